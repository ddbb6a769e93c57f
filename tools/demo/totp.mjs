// The code of an authenticator app at a moment (RFC 6238), made without the service's own library.

import { createHmac } from "node:crypto";

export const stepOf = (ms) => Math.floor(ms / 30000);

// `secret` is a Buffer of 20 bytes.
export function codeOfStep(secret, step) {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac("sha1", secret).update(counter).digest();
  const at = digest[19] & 15;
  const number = digest.readUInt32BE(at) & 0x7fffffff;
  return String(number % 1000000).padStart(6, "0");
}

// "JBSW Y3DP …" as bytes.
export function secretOf(words) {
  let bits = "";
  for (const letter of words.replace(/[\s=]/g, "").toUpperCase()) {
    bits += "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0");
  }
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
}
