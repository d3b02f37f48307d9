// Charts. Each draws what stands beside it as a table; without this script the tables tell everything.
import { drawFlow } from "./charts/flow";

for (const place of document.querySelectorAll<HTMLElement>("[data-flow]")) {
  void drawFlow(place);
}
