// Why data about a person may leave the institution (workflows.md §6; Ley 21.719). Pure.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "base/private.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "core/institutions/institution.hpp"

namespace hebra::disclosure {

/// 0 logistics · 1 identity and contact · 2 social · 3 health, psychological · 4 sealed (reporter's identity, protected
/// address, crime details, counsellor's reflection).
inline constexpr int k_highest_class = 4;
inline constexpr int k_default_limit = 2;

enum class BasisKind { consent, vital_interest, legal_duty, public_function };
BOOST_DESCRIBE_ENUM(BasisKind, consent, vital_interest, legal_duty, public_function)

enum class Giver { person, guardian, representative };
BOOST_DESCRIBE_ENUM(Giver, person, guardian, representative)

enum class Method { verbal, written, digital };
BOOST_DESCRIBE_ENUM(Method, verbal, written, digital)

/// What a child or adolescent says, whoever gives the consent.
enum class ChildAssent { yes, no, not_asked, not_applicable };
BOOST_DESCRIBE_ENUM(ChildAssent, yes, no, not_asked, not_applicable)

struct Consent {
    Giver giver;
    Method method;
    ChildAssent child_assent;
    Date valid_until;
    std::string text_version;  ///< which wording the person heard or read
};
BOOST_DESCRIBE_STRUCT(Consent, (), (giver, method, child_assent, valid_until, text_version))

/// A boolean would not be enough: another basis than consent names its article and says why.
struct Basis {
    BasisKind kind;
    std::optional<Consent> consent = {};
    std::optional<std::string> article = {};
    std::optional<Private> justification = {};
};
BOOST_DESCRIBE_STRUCT(Basis, (), (kind, consent, article, justification))

/// What a basis is checked against.
struct Circumstances {
    institutions::LegalNature from;
    institutions::LegalNature to;
    std::optional<int> age;      ///< nullopt: unknown, so a minor (Ley 21.430: in doubt, under 18)
    Date today;
};

namespace words {
inline constexpr Word k_consent_details{"consent_details", "Diga quién consiente, cómo y hasta cuándo.",
                                        "Say who consents, how, and until when."};
inline constexpr Word k_consent_expired{"consent_expired", "Ese consentimiento ya venció. Pregunte de nuevo a la persona.",
                                        "That consent has expired. Ask the person again."};
inline constexpr Word k_consent_too_long{"consent_too_long", "Un consentimiento dura a lo más dos años. Acuerde con la persona una fecha más cercana.",
                                         "A consent lasts at most two years. Agree on a nearer date with the person."};
inline constexpr Word k_unknown_wording{"unknown_wording", "Ese texto de consentimiento no existe. El vigente es «consent.1».",
                                        "There is no such wording of the consent. The one in force is “consent.1”."};
inline constexpr Word k_assent_needed{"assent_needed", "Es menor de edad, o no se sabe su edad: anote lo que la persona dice de esto.",
                                      "They are a minor, or their age is unknown: note what they themselves say about it."};
inline constexpr Word k_assent_refused{"assent_refused", "La persona dijo que no. Solo un interés vital o un deber legal permite seguir; diga cuál.",
                                       "They said no. Only a vital interest or a legal duty allows going on; say which."};
inline constexpr Word k_guardian_needed{
    "guardian_needed", "Con menos de 14 años consiente quien cuida a la persona. Si hay peligro para su vida, use «interés vital» y explíquelo.",
    "Under 14, whoever cares for them consents. If their life is in danger, use “vital interest” and explain."};
inline constexpr Word k_article_needed{"article_needed", "Nombre la ley y el artículo que lo permiten.", "Name the law and the article that allow it."};
inline constexpr Word k_justification_needed{"justification_needed", "Explique en una frase por qué se comparte sin consentimiento.",
                                             "Explain in one sentence why it is shared without consent."};
inline constexpr Word k_private_needs_consent{
    "private_needs_consent", "Un organismo público solo entrega a uno privado con el consentimiento de la persona (Ley 21.719, art. 22).",
    "A public body gives to a private one only with the person's consent (Ley 21.719, art. 22)."};
inline constexpr Word k_not_public{"not_public", "«Función pública» sirve solo entre organismos públicos.",
                                   "“Public function” serves only between public bodies."};
}  // namespace words

/// Refuses every field in doubt at once; pointers start with "/basis".
Result<> check(const Basis& basis, const Circumstances& circumstances);

/// "consent.1": the wording in force, kept with each directive.
inline constexpr std::string_view k_text_version = "consent.1";

}  // namespace hebra::disclosure
