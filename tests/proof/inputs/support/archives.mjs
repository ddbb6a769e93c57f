// Archives made by hand, so that they can say what is not so.

import { crc32 as native, deflateRawSync } from "node:zlib";

const table = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; ++k) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});
const crcOf = (bytes) => {
  let c = 0xffffffff;
  for (const byte of bytes) c = table[(c ^ byte) & 255] ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
};
const crc32 = native ?? crcOf;

// One file in an archive. `says` puts other sizes into its heads than it has; `attributes` are the
// outside ones, with which a link or a folder is made.
export function entry(
  name,
  content,
  { store = false, says, flags = 0x800, attributes = 0, raw } = {},
) {
  const bytes = Buffer.from(content);
  const packed = raw ?? (store ? bytes : deflateRawSync(bytes));
  const size = says ?? bytes.length;
  return { name: Buffer.from(name), packed, size, crc: crc32(bytes), store, flags, attributes };
}

function localHead({ name, packed, size, crc, store, flags }) {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(flags, 6);
  head.writeUInt16LE(store ? 0 : 8, 8);
  head.writeUInt32LE(crc, 14);
  head.writeUInt32LE(packed.length, 18);
  head.writeUInt32LE(size >>> 0, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, name, packed]);
}

function centralHead({ name, packed, size, crc, store, flags, attributes }, offset) {
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt16LE(0x031e, 4);
  head.writeUInt16LE(20, 6);
  head.writeUInt16LE(flags, 8);
  head.writeUInt16LE(store ? 0 : 8, 10);
  head.writeUInt32LE(crc, 16);
  head.writeUInt32LE(packed.length, 20);
  head.writeUInt32LE(size >>> 0, 24);
  head.writeUInt16LE(name.length, 28);
  head.writeUInt32LE(attributes >>> 0, 38);
  head.writeUInt32LE(offset >>> 0, 42);
  return Buffer.concat([head, name]);
}

// `count` and `offset` put other figures into its end than it has.
export function archive(
  entries,
  { count = entries.length, offset, comment = "", before = "" } = {},
) {
  const parts = [Buffer.from(before)];
  const heads = [];
  let at = parts[0].length;
  for (const one of entries) {
    heads.push(centralHead(one, at));
    const local = localHead(one);
    parts.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(heads);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE((offset ?? at) >>> 0, 16);
  end.writeUInt16LE(Buffer.byteLength(comment), 20);
  return Buffer.concat([...parts, directory, end, Buffer.from(comment)]);
}

const schemas = "http://schemas.openxmlformats.org";
const kinds = {
  docx: [
    "word/document.xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
  ],
  xlsx: [
    "xl/workbook.xml",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
  ],
  docm: ["word/document.xml", "application/vnd.ms-word.document.macroEnabled.main+xml"],
  xlsm: ["xl/workbook.xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml"],
};

// A small document or sheet, with what is added to it.
export function officeFile(kind, { macros = false, more = [], body = "<a/>", options } = {}) {
  const [main, type] = kinds[kind];
  const types =
    `<?xml version="1.0"?><Types xmlns="${schemas}/package/2006/content-types">` +
    `<Default Extension="xml" ContentType="application/xml"/>` +
    `<Override PartName="/${main}" ContentType="${type}"/></Types>`;
  const rels =
    `<?xml version="1.0"?><Relationships xmlns="${schemas}/package/2006/relationships">` +
    `<Relationship Id="r1" Type="${schemas}/officeDocument/2006/relationships/officeDocument" ` +
    `Target="${main}"/></Relationships>`;
  const vba = macros ? [entry(`${main.split("/")[0]}/vbaProject.bin`, "macro")] : [];
  const own = [entry("[Content_Types].xml", types), entry("_rels/.rels", rels), entry(main, body)];
  return archive([...own, ...vba, ...more], options);
}
