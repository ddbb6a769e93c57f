import { autosave } from "./autosave.js";
import { countWords } from "./count_words.js";
import { gradeKeys } from "./grade_keys.js";
import { forgetAnswered } from "./kept_words.js";
import { askBeforeLeaving } from "./leave.js";
import { keepOtherBoxes } from "./other_boxes.js";
import { liveMeaning, noneOfThese } from "./parts.js";
import { pressOnce } from "./press_once.js";
import { openForPrint } from "./print_open.js";
import { upload } from "./upload.js";
import { waitForFiles } from "./wait_for_files.js";

// Every page works without any of this.
forgetAnswered();
openForPrint();
keepOtherBoxes();
for (const summary of document.querySelectorAll("[data-focus]")) {
  summary.focus();
}
for (const form of document.querySelectorAll("form[data-autosave]")) {
  autosave(form);
}
for (const form of document.querySelectorAll("form[data-consequences]")) {
  liveMeaning(form);
}
for (const box of document.querySelectorAll("input[data-none]")) {
  noneOfThese(box);
}
for (const box of document.querySelectorAll("textarea[data-words]")) {
  countWords(box);
}
for (const button of document.querySelectorAll("button[data-once]")) {
  pressOnce(button);
}
for (const form of document.querySelectorAll("form[data-leave]")) {
  askBeforeLeaving(form);
}
for (const form of document.querySelectorAll("form[data-upload]")) {
  upload(form);
}
for (const form of document.querySelectorAll("form[data-grade]")) {
  gradeKeys(form);
}
for (const region of document.querySelectorAll("[data-waits]")) {
  waitForFiles(region);
}
