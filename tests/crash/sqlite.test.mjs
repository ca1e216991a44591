import { Sqlite } from "./database.mjs";
import { crashTests } from "./run.mjs";

crashTests((data) => new Sqlite(data));
