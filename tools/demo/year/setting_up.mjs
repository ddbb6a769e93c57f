// January: the register is put in order, the wave opened, reminders switched on, and what the last
// cycle left to be done is on the list.

const added = [
  ["Sallow Docks Police", "police", "PS-008", "Ade Lomond", "Harbour Inspector"],
  ["Gull Rock Secure Home", "secure", "PS-009", "Tilda Marsh", "Director"],
  ["Merrow Coast Fire and Rescue", "fire", "PS-010", "Jory Pascoe", "Head of Prevention"],
  ["Elowen House School", "independent_school", "PS-024", "Cecily Hart", "Head"],
  ["Pebble Nursery", "nursery", "PS-027", "Dorrie Flint", "Owner"],
  ["Cockle Nursery", "nursery", "PS-028"],
  ["Anchor Young Carers", "voluntary", "PS-055", "Rufus Teale", "Coordinator"],
  ["Anchor Play Barn", "voluntary", "PS-056"],
  ["Chapel on the Quay", "faith", "PS-071", "Miriam Stowe", "Minister"],
  ["Sallow Ferries", "transport", "PS-078", "Hal Trevenna", "Crew Manager"],
  ["Lifeboat House Museum", "other", "PS-090"],
  ["Sallow Point Lower School", "school", "PS-022"],
  ["Breakwater Walk-in Centre", "health", "PS-012"],
];
// Mail to what was the school's domain comes back.
const gone = { "Elowen House School": "cecily.hart@old-elowenhouse.example" };
const letters = (name) => name.toLowerCase().replaceAll(/[^a-z]/g, "");
const addressOf = (person, name) =>
  gone[name] ?? `${person.toLowerCase().replace(" ", ".")}@${letters(name)}.example`;

export const wave = "Section 11 return, spring 2027";
export const inWave = [
  "Sallow Point Primary School",
  "Harbour Further Education College",
  "Quayside Homes",
  "Breakwater Community Health Trust",
  "Port Sallow Children and Families",
  "Lantern Fostering",
  "Merrow Coast Youth Justice Service",
  "Sallow Haven Borough Council",
  "Tideway Probation Service",
  "Saltmarsh House",
  "Pebble Nursery",
  "Elowen House School",
  "Merrow Coast Fire and Rescue",
];

async function register(board) {
  for (const [name, type, ref, contact, position] of added) {
    await board.add({
      name,
      type,
      ref,
      contact,
      position,
      email: contact && addressOf(contact, name),
    });
  }
  await board.change("Sallow Point Lower School", { parent: "Sallow Point Primary School" });
  await board.change("Breakwater Walk-in Centre", { parent: "Breakwater Community Health Trust" });
  const before = [
    ["Sallow Point Primary School", "2025-03-14"],
    ["Harbour Further Education College", "2025-02-28"],
    ["Quayside Homes", "2024-11-29"],
    ["Breakwater Community Health Trust", "2025-03-07"],
    ["Port Sallow Children and Families", "2025-01-31"],
    ["Harbour Lights Sailing Club", "2025-06-20"],
    ["Gull Rock Secure Home", "2025-05-09"],
    ["Sallow Docks Police", "2025-05-16"],
    ["Sallow Ferries", "2025-04-25"],
    ["Lifeboat House Museum", "2025-06-06"],
  ];
  for (const [name, done] of before) await board.change(name, { done });
  await board.change("Chapel on the Quay", {
    months: "36",
    notes: "Volunteers only. Asked every three years, as agreed with the chair.",
  });
}

async function contacts(board) {
  const more = [
    [
      "Sallow Point Primary School",
      "head",
      "Piers Ludgate",
      "Head Teacher",
      "piers.ludgate@sallowpoint.example",
    ],
    [
      "Tideway Probation Service",
      "board_member",
      "Bettina Croft",
      "Area Director",
      "bettina.croft@tidewayprobation.example",
    ],
    [
      "Saltmarsh House",
      "safeguarding_lead",
      "Esme Thorley",
      "Registered Manager",
      "esme.thorley@saltmarshhouse.example",
    ],
    [
      "Quayside Homes",
      "board_member",
      "Duncan Farrow",
      "Chief Executive",
      "duncan.farrow@quaysidehomes.example",
    ],
  ];
  for (const [name, role, person, position, email] of more) {
    await board.contact(name, { role, person, position, email });
  }
}

async function reminders(board) {
  await board.hands.send("/set-up/reminders", "/set-up/reminders/usual");
  await board.hands.send("/set-up/reminders", "/set-up/reminders", { on: "yes" });
}

// Of the cycle before this one, each with a day of its own.
async function actions(board) {
  const list = [
    {
      name: "Sallow Point Primary School",
      what: "Meet lunchtime staff each term about whom to tell",
      lead: "Wenna Tredwell",
      by: "2027-02-12",
    },
    {
      name: "Quayside Homes",
      what: "Check every contractor who enters a home with children",
      lead: "Marnie Kestle",
      by: "2027-02-26",
    },
    {
      name: "Breakwater Community Health Trust",
      what: "Supervision for sessional staff, written down each month",
      lead: "Sunita Orme",
      by: "2027-04-30",
    },
    {
      name: "Tideway Probation Service",
      what: "Note on each new case whether there are children in the home",
      lead: "Callum Reyes",
      by: "2027-01-29",
    },
    {
      name: "Harbour Lights Sailing Club",
      what: "Two adults on every boat, and a sheet that shows it",
      lead: "Bram Oakley",
      by: "2027-03-31",
    },
    {
      name: "Sallow Docks Police",
      what: "Send a name for the group on missing children",
      lead: "Ade Lomond",
      by: "2027-02-19",
    },
  ];
  for (const one of list) await board.action(one);
}

export async function january({ board }) {
  await register(board);
  await contacts(board);
  await reminders(board);
  await board.ask(["Harbour Lights Sailing Club", "Chapel on the Quay", "Gull Rock Secure Home"], {
    title: "Smaller partners, each when it falls due",
    period: "Rolling 2027",
    due: "2027-07-30",
    rolling: true,
  });
  await board.ask(inWave, { title: wave, period: "Spring 2027", due: "2027-02-26" });
  await actions(board);
}
