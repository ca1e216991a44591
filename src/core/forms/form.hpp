// A definition brought to life: which questions are asked, what is wrong with the answers, what is kept of them.
// The browser does the same (web/forms); tests/vectors/forms.json holds the two equal.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/forms/condition.hpp"
#include "core/forms/definition.hpp"

namespace hebra::forms {

/// A computed sum, kept with the version of its rule.
struct Score {
    std::string id;
    std::int64_t version;
    std::int64_t points;
    friend bool operator==(const Score&, const Score&) = default;
};
BOOST_DESCRIBE_STRUCT(Score, (), (id, version, points))

/// A field with its conditions read.
struct Question {
    const Field* field;
    std::optional<Condition> shown_when;
    std::optional<Condition> required_when;
    std::optional<std::size_t> required_from;  ///< index of the stage
    std::vector<Question> items;               ///< of a group
};

class Form {
  public:
    /// No: `invalid` with every fault of the definition, each with its pointer.
    static Result<Form> make(Definition definition);
    /// The same from JSON text.
    static Result<Form> parse(std::string_view json);

    const Definition& definition() const { return *definition_; }
    /// A question outside groups; nullptr when there is none of that id.
    const Field* find(std::string_view id) const;

    /// What is kept of the answers: those to questions that are asked, given what was answered before them.
    /// @param record the record's own members, for the questions that are `of_record`
    Value::Object settled(const Value::Object& answers, const Value::Object& record) const;

    /// The questions that are asked, given these answers: "/answers/topics", "/answers/plan_steps/0/step", "/risk" of the record.
    std::vector<std::string> shown(const Value::Object& answers, const Value::Object& record) const;

    /// Everything that is wrong at that stage, in the order of the questions. Pointers are "/answers/…", or "/…" for
    /// what is of the record. Answers to questions that are not asked are not looked at.
    /// @param before what was kept earlier: an option disabled since then is still accepted where it stood
    std::vector<FieldError> check(const Value::Object& answers, const Value::Object& record, std::string_view stage,
                                  const Value::Object* before = nullptr) const;

    /// Groups only grow: items kept earlier stand where they stood, unchanged but for their amendable fields.
    std::vector<FieldError> check_appended(const Value::Object& before, const Value::Object& after) const;

    /// The scores whose terms are answered, by the rules of this version.
    std::vector<Score> scores(const Value::Object& answers, const Value::Object& record) const;

  private:
    Form(std::shared_ptr<const Definition> definition, std::vector<Question> questions)
        : definition_(std::move(definition)), questions_(std::move(questions)) {}

    std::shared_ptr<const Definition> definition_;  // questions point into it
    std::vector<Question> questions_;
};

namespace words {
inline constexpr Word k_answer_needed{"answer_needed", "Falta responder esto para seguir.", "This must be answered to go on."};
inline constexpr Word k_unknown_field{"unknown_field", "El formulario no tiene esta pregunta.", "The form has no such question."};
inline constexpr Word k_unknown_option{"unknown_option", "No es una de las opciones de esta pregunta.",
                                       "It is not one of this question's options."};
inline constexpr Word k_option_disabled{"option_disabled", "Esta opción ya no se usa. Elija otra.",
                                        "This option is no longer used. Choose another."};
inline constexpr Word k_repeated_option{"repeated_option", "Esta opción está dos veces.", "This option is there twice."};
inline constexpr Word k_too_much_text{"too_much_text", "El texto es más largo de lo que cabe aquí.", "The text is longer than fits here."};
inline constexpr Word k_too_many_answers{"too_many_answers", "Son más de los que caben en esta pregunta.",
                                         "There are more than fit in this question."};
inline constexpr Word k_number_out_of_range{"number_out_of_range", "El número está fuera de lo que esta pregunta admite.",
                                            "The number is outside what this question takes."};
inline constexpr Word k_item_kept{"item_kept", "Lo ya anotado en esta lista no se cambia ni se quita. Agregue una línea nueva.",
                                  "What is already in this list is not changed or removed. Add a new line."};
}  // namespace words

}  // namespace hebra::forms
