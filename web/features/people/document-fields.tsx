// A document in three fields: which, of what country, and its number. And the same in words, wherever one is read.
import { ComboBox } from "@/design/combo-box";
import { Field } from "@/design/field";
import { Select } from "@/design/select";
import { locales } from "@/words/book";
import { useLanguage, useWords } from "@/words/say";
import { countryCodes, countryName, withoutCountry } from "./countries";
import { documentKinds, readDocument, takesCountry, writeDocument, type WrittenDocument } from "./documents";
import { peopleWords } from "./words";
import "./person-fields.css";

/** The name of a country in the page's language, or what somebody without one is. */
function useCountryName(): (code: string) => string {
  const say = useWords(peopleWords);
  const locale = locales[useLanguage()];
  return (code) => {
    const none = withoutCountry.find((one) => one === code);
    return none ? say(`country.${none}`) : countryName(code, locale);
  };
}

/** "Pasaporte A1234567, Venezuela". */
export function useDocumentInWords(): (document: string | undefined) => string | undefined {
  const say = useWords(peopleWords);
  const nameOf = useCountryName();
  return (document) => {
    if (!document) return undefined;
    const { kind, country, number } = readDocument(document);
    return [kind ? say(`document.said.${kind}`, { number }) : number, country && nameOf(country)].filter(Boolean).join(", ");
  };
}

interface DocumentFieldsProps {
  /** As `writeDocument` keeps it. */
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  error?: string;
}

export function DocumentFields({ value, onChange, onBlur, error = "" }: DocumentFieldsProps) {
  const say = useWords(peopleWords);
  const nameOf = useCountryName();
  const written = readDocument(value);
  const put = (part: Partial<WrittenDocument>) => onChange(writeDocument({ ...written, ...part }));
  const unsaid = written.kind === null;
  return (
    <div className="person-fields__document" role="group" aria-label={say("document")}>
      <Select name="document_kind" label={say("document")} value={written.kind} onChange={(kind) => put({ kind })} options={documentKinds.map((kind) => ({ value: kind, label: say(`document.kind.${kind}`) }))} error={unsaid ? error : ""} optional />
      {takesCountry(written.kind) && (
        <ComboBox
          name="document_country" label={say("document.country")} value={written.country || null} onChange={(country) => put({ country: country ?? "" })} optional
          options={countryCodes.map((code) => ({ value: code, label: nameOf(code) })).sort((one, other) => one.label.localeCompare(other.label))}
        />
      )}
      <Field name="document" label={say("document.number")} value={written.number} onChange={(number) => put({ number })} error={unsaid ? "" : error} optional {...(onBlur ? { onBlur } : {})} />
    </div>
  );
}
