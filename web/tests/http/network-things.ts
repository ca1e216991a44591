// What the rows of the network and of its directory ask for.
import { randomUUID } from "node:crypto";
import type { Schema } from "@/api/client";
import { admin, editable, good, institutionOf, supervisor } from "./things.ts";

export async function editableService(): Promise<Schema["DirectoryEntry"]> {
  return good(supervisor().GET("/api/v1/directory/services/{id}", { params: { path: { id: await editable() } } }));
}
export const emergencyNumber = async () => {
  const { items } = await good(admin().GET("/api/v1/directory/emergency-numbers"));
  if (!items[0]) throw new Error("the emergency list is empty");
  return items[0];
};
export const namedContacts = async () => {
  const path = { id: institutionOf("supervisora@linea.demo") };
  const { version } = await good(supervisor().GET("/api/v1/institutions/{id}/contacts", { params: { path } }));
  return { path, headers: { "If-Match": `"${version}"` }, body: { people: [{ name: `Alguien Demo ${randomUUID().slice(0, 8)}`, post: "Encargada de red", phone: "+56 2 2345 6789" }] } };
};
export const correctedInstitution = async () => {
  const path = { id: institutionOf("admin@red.demo") };
  const { version } = await good(admin().GET("/api/v1/institutions/{id}", { params: { path } }));
  return { path, headers: { "If-Match": `"${version}"` }, body: { place: { comuna: version % 2 ? "13101" : "13104" } } };
};
