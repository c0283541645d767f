/** Every text of the page. */
export const words = {
  language: "en",
  title: "Digits CNN",
  loading: "Loading the model …",
  untrained:
    "This model has no trained weights yet: run “npm run train” in the project, then reload this page.",
  runsOn: (backend: string) => `Ready; computed here, with ${backend}.`,
  picture: "Picture",
  draw: "Draw",
  drawHint: "Draw here with the mouse, a pen or a finger",
  clear: "Clear",
  file: "File",
  chooseFile: "Choose a picture",
  invert: "Dark on light paper: exchange light and dark",
  badFile: (name: string) => `${name} is not an image that can be read here.`,
  camera: "Camera",
  takePicture: "Take a picture",
  noCamera: "There is no camera, or this page may not use it.",
  seen: "The image as the model gets it",
  clip: "Images, one after the other",
  fewPictures: (wanted: number, chosen: number) =>
    `This model takes ${wanted} images at once, not ${chosen}.`,
  text: "Text",
  numbers: "Numbers",
  series: "A line of numbers for each time step",
  column: (number: number) => `Value ${number}`,
  badNumbers: (wanted: number, given: number) =>
    `This model takes ${wanted} numbers; here are ${given}, or some are none.`,
  answer: "Answer",
  more: (count: number) => `and ${count} more`,
};
