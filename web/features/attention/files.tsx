// The files of a contact: sealed with it, downloaded and never shown in place.
import { Paperclip } from "lucide-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { answer, api, type Schema } from "@/api/client";
import { handOver, sendFile } from "@/api/files";
import type { Problem } from "@/api/problem";
import { useWrite } from "@/api/write";
import { Button } from "@/design/button";
import { Irreversible } from "@/design/dialog";
import { Icon } from "@/design/icon";
import { Trouble } from "@/design/trouble";
import { locales } from "@/words/book";
import { useDates } from "@/words/dates";
import { useLanguage, useWords } from "@/words/say";
import type { Contact } from "./contacts";
import { attentionWords } from "./words";

type Attachment = Schema["Attachment"];

/** As the server's limit (src/platform/blobs/blobs.hpp): told before ten megabytes travel for nothing. */
const k_most_bytes = 10 * 1024 * 1024;

const filesKey = (id: string) => ["contact", id, "files"];

export function Files({ contact }: { contact: Contact }) {
  const say = useWords(attentionWords);
  const client = useQueryClient();
  const path = { id: contact.id };
  const files = useQuery({ queryKey: filesKey(contact.id), queryFn: () => answer(api.GET("/api/v1/contacts/{id}/attachments", { params: { path } })), refetchOnWindowFocus: false });
  const input = useRef<HTMLInputElement>(null);
  const [tooLarge, setTooLarge] = useState("");
  const add = useWrite<File, Attachment>(
    (file, once) => sendFile(`/api/v1/contacts/${contact.id}/attachments`, file, once["Idempotency-Key"]),
    () => void client.invalidateQueries({ queryKey: filesKey(contact.id) }),
  );
  const choose = (file: File | undefined) => {
    if (!file) return;
    const large = file.size > k_most_bytes;
    setTooLarge(large ? file.name : "");
    if (!large) add.mutate(file);
    if (input.current) input.current.value = "";
  };
  return (
    <section className="section files" aria-labelledby="files-title">
      <div className="titled">
        <h2 id="files-title">{say("files.title")}</h2>
        <label className="files__add">
          <input ref={input} type="file" className="only-heard" onChange={(event) => choose(event.target.files?.[0])} disabled={add.isPending} />
          <span className="button button--tight">
            <Icon of={Paperclip} />
            {add.isPending ? say("files.sending", { name: add.variables.name }) : say("files.add")}
          </span>
        </label>
      </div>
      {tooLarge && <p role="alert">{say("files.too_large", { name: tooLarge })}</p>}
      {add.isError && <Trouble problem={add.error} onRetry={() => add.variables && add.mutate(add.variables)} />}
      {files.isError && <Trouble problem={files.error} onRetry={() => void files.refetch()} />}
      <ul>
        {files.data?.items.map((file) => (
          <FileLine key={file.id} contact={contact} file={file} />
        ))}
      </ul>
      {contact.status === "closed" && !!files.data?.items.length && <p className="aside-text">{say("files.closed")}</p>}
      {files.data?.items.length === 0 && <p className="aside-text">{say("files.none")}</p>}
    </section>
  );
}

function FileLine({ contact, file }: { contact: Contact; file: Attachment }) {
  const say = useWords(attentionWords);
  const dates = useDates();
  const client = useQueryClient();
  const size = new Intl.NumberFormat(locales[useLanguage()], { maximumFractionDigits: 0 });
  const path = { id: contact.id, attachment: file.id };
  const [removing, setRemoving] = useState(false);
  const get = useMutation<void, Problem, void>({
    mutationFn: async () => handOver((await answer(api.GET("/api/v1/contacts/{id}/attachments/{attachment}", { params: { path }, parseAs: "blob" }))) as unknown as Blob, file.name),
  });
  const remove = useWrite<Attachment, unknown>(
    (_file, headers) => answer(api.DELETE("/api/v1/contacts/{id}/attachments/{attachment}", { params: { path }, headers })),
    () => {
      setRemoving(false);
      void client.invalidateQueries({ queryKey: filesKey(contact.id) });
    },
  );
  return (
    <li className="files__line">
      <span>
        {file.name}
        <span className="aside-text"> {say("files.facts", { size: size.format(Math.max(1, Math.round(file.size / 1024))), name: file.added_by_name, when: dates.moment(file.added_at) })}</span>
      </span>
      <span>
        <Button size="tight" weight="word" onPress={() => get.mutate()} pending={get.isPending}>{say("files.get")} <span className="only-heard">{file.name}</span></Button>
        {contact.status === "open" && <Button size="tight" weight="word" onPress={() => setRemoving(true)}>{say("files.remove")} <span className="only-heard">{file.name}</span></Button>}
      </span>
      {get.isError && <Trouble problem={get.error} onRetry={() => get.mutate()} />}
      <Irreversible open={removing} title={say("files.remove.title")} consequence={say("files.remove.what", { name: file.name })} verb={say("files.remove.verb")} pending={remove.isPending} onDo={() => remove.mutate(file)} onClose={() => setRemoving(false)} />
    </li>
  );
}
