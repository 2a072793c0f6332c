// Prints how large a file is when it is gzipped: `node gzipped.js FILE`.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

console.log(gzipSync(readFileSync(process.argv[2]), { level: 9 }).length);
