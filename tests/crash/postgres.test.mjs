import { Postgres } from "./database.mjs";
import { crashTests } from "./run.mjs";

crashTests(() => Postgres.start("hebra_crash"));
