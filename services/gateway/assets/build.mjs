// Builds the style sheet and the scripts, copies fonts and pictures, and gives every file a name
// that carries its content's hash. Usage: node build.mjs OUTDIR
import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, extname, basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import * as sass from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..", "..", "..");
const out = process.argv[2];

if (!out) {
  console.error("Say where to put the assets: npm run build:assets -- OUTDIR");
  process.exit(2);
}

const manifest = {};

async function put(name, content) {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 16);
  const ending = extname(name);
  const hashed = `${basename(name, ending)}-${hash}${ending}`;
  await writeFile(join(out, hashed), content);
  manifest[name] = hashed;
}

async function copyAll(folder, endings) {
  for (const name of (await readdir(join(here, folder))).sort()) {
    if (endings.includes(extname(name))) {
      await put(name, await readFile(join(here, folder, name)));
    }
  }
}

function styles() {
  const built = sass.compile(join(here, "styles", "app.scss"), {
    loadPaths: [root],
    style: "compressed",
    sourceMap: false,
    quietDeps: true,
    charset: false,
  });
  return built.css.replace(/url\("?([a-z0-9.-]+)"?\)/g, (whole, name) => {
    if (!manifest[name]) {
      throw new Error(`The style sheet names ${name}, which is not among the assets`);
    }
    return `url("${manifest[name]}")`;
  });
}

async function scripts() {
  const built = await esbuild.build({
    entryPoints: [join(here, "scripts", "app.js")],
    bundle: true,
    minify: true,
    format: "iife",
    target: ["es2020"],
    write: false,
  });
  return built.outputFiles[0].contents;
}

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await copyAll("fonts", [".woff2"]);
await copyAll("images", [".svg", ".png", ".ico"]);
await put("app.css", styles());
await put("app.js", await scripts());
await writeFile(join(out, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
console.log(`${Object.keys(manifest).length} assets in ${out}`);
