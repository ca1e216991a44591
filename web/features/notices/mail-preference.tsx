// Whether one's notices come by e-mail too; said plainly where none leaves.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { useWrite } from "@/api/write";
import { Checkbox } from "@/design/checkbox";
import { ErrorSummary } from "@/design/error-summary";
import { useWords } from "@/words/say";
import { noticeWords } from "./words";

export function MailPreference() {
  const say = useWords(noticeWords);
  const client = useQueryClient();
  const settings = useQuery({ queryKey: ["notices", "settings"], queryFn: () => answer(api.GET("/api/v1/me/notices")) });
  const prefer = useWrite<boolean, unknown>(
    (by_email, headers) => answer(api.PUT("/api/v1/me/notices", { body: { by_email }, headers })),
    () => void client.invalidateQueries({ queryKey: ["notices", "settings"] }),
  );
  if (!settings.data) return null;
  return (
    <section className="mail-preference" aria-labelledby="mail-title">
      <h2 id="mail-title" className="section-title">
        {say("mail.title")}
      </h2>
      <ErrorSummary problem={prefer.error} />
      {settings.data.mail_on ? (
        <Checkbox checked={settings.data.by_email} onChange={(checked) => prefer.mutate(checked)} disabled={prefer.isPending}>
          {say("mail.yes")}
        </Checkbox>
      ) : (
        <p className="aside-text">{say("mail.off")}</p>
      )}
    </section>
  );
}
