// Makes photographs small enough to wait on a phone and to be sent over a weak signal. They are drawn anew, the right way up:
// what the camera wrote beside the picture, its place among it, stays on the phone.
const LONGEST = 1600;
const QUALITY = 0.82;

export async function compressed(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return new Promise((done, fail) => {
    canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error("No picture"))), "image/jpeg", QUALITY);
  });
}
