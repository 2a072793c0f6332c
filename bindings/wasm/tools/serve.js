// Shows the live score page: `node tools/serve.js`, until it is interrupted.
import { serve } from "../tests/browser/server.js";
import { project } from "../tests/files.js";

const folders = { "/npm": project("bindings/wasm/npm"), "/pages": project("bindings/wasm/pages") };
console.log(`${await serve({ after() {} }, folders)}/pages/`);
