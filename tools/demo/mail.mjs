// Reads a mail as it came over the wire: what a person would see of it.

function headersOf(block) {
  const headers = {};
  for (const line of block.replace(/\r\n[ \t]+/g, " ").split("\r\n")) {
    const at = line.indexOf(":");
    if (at > 0) headers[line.slice(0, at).toLowerCase()] = line.slice(at + 1).trim();
  }
  return headers;
}

function split(text) {
  const at = text.indexOf("\r\n\r\n");
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 4)];
}

function decoded(body, encoding) {
  if (encoding !== "quoted-printable") return Buffer.from(body, "latin1").toString("utf8");
  const bytes = body
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

// Encoded words of a header (RFC 2047), as the service writes them.
function words(text) {
  return text
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?UTF-8\?B\?([^?]*)\?=/gi, (_, base64) => `\u0000${base64}\u0000`)
    .split("\u0000")
    .map((part, index) => (index % 2 ? Buffer.from(part, "base64") : Buffer.from(part, "latin1")))
    .reduce((all, part) => Buffer.concat([all, part]), Buffer.alloc(0))
    .toString("utf8");
}

// The texts of a part and of the parts within it.
function texts(raw) {
  const [top, body] = split(raw);
  const headers = headersOf(top);
  const type = headers["content-type"] ?? "text/plain";
  const boundary = /boundary="?([^";]+)"?/.exec(type)?.[1];
  if (boundary) {
    const parts = body.split(`--${boundary}`).slice(1, -1);
    return Object.assign({}, ...parts.map((part) => texts(part.replace(/^\r\n/, ""))));
  }
  const words = decoded(body, headers["content-transfer-encoding"]).replace(/\r\n/g, "\n").trim();
  return { [type.startsWith("text/html") ? "html" : "text"]: words };
}

// `raw` holds a byte in each character.
export function read(raw) {
  const headers = headersOf(split(raw)[0]);
  return { subject: words(headers.subject ?? ""), headers, text: "", html: "", ...texts(raw) };
}
