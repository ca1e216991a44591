// What a new version of a form changes, and whether it may follow the old one. Pure.
#pragma once
#include "core/forms/form.hpp"

namespace hebra::forms {

enum class ChangeKind { added, removed, retyped, said_otherwise, rule_changed, option_added, option_removed, option_disabled, option_enabled };
BOOST_DESCRIBE_ENUM(ChangeKind, added, removed, retyped, said_otherwise, rule_changed, option_added, option_removed,
                    option_disabled, option_enabled)

/// One difference. `at` is the question ("plan_steps.owner"), the option after a colon ("topics:bullying"), or "#" and a
/// score's id.
struct FormChange {
    ChangeKind kind;
    std::string at;
    friend bool operator==(const FormChange&, const FormChange&) = default;
};
BOOST_DESCRIBE_STRUCT(FormChange, (), (kind, at))

/// In the order of the new form; what is gone comes last.
std::vector<FormChange> diff(const Definition& before, const Definition& after);

/// Whether `after` may be kept beside `before`: a higher version, and nothing taken from under answers already given.
/// @param newest the highest version there is, when that is a draft, which nobody answered: it binds by its number alone
/// No: `invalid`, with a pointer such as "/topics:bullying" for each change that is not allowed.
Result<> check_succession(const Definition& before, const Definition& after, std::optional<Version> newest = {});

namespace words {
inline constexpr Word k_version_not_higher{"version_not_higher", "La versión nueva debe ser mayor que la anterior.",
                                           "The new version must be higher than the one before."};
inline constexpr Word k_question_gone{"question_gone", "Una pregunta no se quita ni cambia de tipo: hay respuestas guardadas con ella.",
                                      "A question is not removed and does not change its type: answers are kept under it."};
inline constexpr Word k_option_gone{"option_gone", "Una opción no se quita: desactívela (disabled) y las respuestas viejas se conservan.",
                                    "An option is not removed: disable it and old answers are kept."};
inline constexpr Word k_score_changed{"score_changed", "Un puntaje que cambia lleva una versión mayor de su regla.",
                                      "A score that changes carries a higher version of its rule."};
}  // namespace words

}  // namespace hebra::forms
