-- A recording is written before its figures: checking that at the end of the transaction would keep an event for each row until then.
alter table registers.observation alter constraint observation_recording_fkey not deferrable;
