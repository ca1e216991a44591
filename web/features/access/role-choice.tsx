// Which roles somebody has: a list of yes and no, in the order of the work.
import { Checkbox } from "@/design/checkbox";
import { useWords } from "@/words/say";
import { roles, type Role } from "./staff-data";
import { accessWords } from "./words";

interface RoleChoiceProps {
  chosen: readonly Role[];
  onChange: (chosen: Role[]) => void;
  error?: string | undefined;
}

export function RoleChoice({ chosen, onChange, error }: RoleChoiceProps) {
  const say = useWords(accessWords);
  return (
    <fieldset className="role-choice" id="roles" tabIndex={-1}>
      <legend className="field__label">{say("invite.roles")}</legend>
      {error && <p className="field__error">{error}</p>}
      {roles.map((role) => (
        <Checkbox
          key={role}
          checked={chosen.includes(role)}
          onChange={(yes) => onChange(roles.filter((one) => (one === role ? yes : chosen.includes(one))))}
        >
          {say(`role.${role}`)}
        </Checkbox>
      ))}
    </fieldset>
  );
}
