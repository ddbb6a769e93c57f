// What of a form is saved by itself: the rest waits for a button.

// A question: the answer and the words for single boards go together.
export function answerFields(form) {
  const own = /^(level|describes|knows|improve|na_reason|(tick|every|part|local)_.*)$/;
  return {
    isOwn: (name) => own.test(name),
    touch() {},
    take() {
      const body = new URLSearchParams(new FormData(form));
      body.set("go", "autosave");
      return { body, putBack() {} };
    },
    setVersion(name, version) {
      const field = form.elements[name === "answer" ? "version" : `${name}_version`];
      if (field) field.value = version;
    },
  };
}

// The boxes of one board: each for itself, and only those that somebody wrote in. A choice is a
// decision, which a button makes.
export function boxFields(form) {
  const touched = new Set();
  const parts = ["", "_version", "_point", "_na", "_from", "_common_version"];
  const boxOf = (name) => {
    const id = name.replace(/_(point|na|from)$/, "");
    return form.elements[`${id}_version`] && !id.startsWith("choice-") ? id : null;
  };
  const touchAll = () => {
    for (const box of form.querySelectorAll("textarea[name]")) touched.add(boxOf(box.name));
  };
  return {
    isOwn: (name) => boxOf(name) !== null,
    // Without a name: the words that were kept in this browser were put back.
    touch: (name) => (name ? touched.add(boxOf(name)) : touchAll()),
    take() {
      const all = new FormData(form);
      const sent = [...touched].filter((id) => id !== null);
      touched.clear();
      const body = new URLSearchParams({ csrf: all.get("csrf"), go: "autosave" });
      for (const id of sent) {
        for (const part of parts) {
          if (all.has(id + part)) body.set(id + part, all.get(id + part));
        }
      }
      return { body, putBack: () => sent.forEach((id) => touched.add(id)) };
    },
    setVersion(name, version) {
      const field = form.elements[`${name}_version`];
      if (field) field.value = version;
    },
  };
}

// What a board says of one item: the grade is chosen here and now, so it is saved with the words.
export function gradeFields(form) {
  const own = /^(grade|comment|reason|why)$/;
  return {
    isOwn: (name) => own.test(name),
    touch() {},
    take() {
      const body = new URLSearchParams(new FormData(form));
      body.set("go", "autosave");
      return { body, putBack() {} };
    },
    setVersion(name, version) {
      if (name === "grade") form.elements.version.value = version;
    },
  };
}
