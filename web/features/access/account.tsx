// One's own account: who one is here, the password, the code, and where one is signed in.
import { usePageTitle } from "@/shell/page";
import { useMe } from "@/shell/session";
import { useWords } from "@/words/say";
import { SectorMark } from "@/design/sector-mark";
import { Sheet } from "@/design/sheet";
import { ChangePassword } from "./change-password";
import { Sessions } from "./sessions";
import { SignInCode } from "./sign-in-code";
import { accessWords } from "./words";
import "./account.css";

export function Page() {
  const say = useWords(accessWords);
  const me = useMe();
  usePageTitle(say("account.title"));
  return (
    <div className="account">
      <section className="account__who" aria-labelledby="account-title">
        <h1 id="account-title">{say("account.title")}</h1>
        <p className="aside-text">{say("account.as", { name: me.name, email: me.email })}</p>
        <h2 className="section section-title">{say("account.roles", { institution: me.institution.name })}</h2>
        <ul className="account__roles">
          {me.roles.map((role) => (
            <li key={role}>{say(`role.${role}`)}</li>
          ))}
        </ul>
        <SectorMark sector={me.institution.sector} />
      </section>
      <Sheet labelledBy="password-title" look="column">
        <ChangePassword />
        <SignInCode />
      </Sheet>
      <Sessions />
    </div>
  );
}
