#include "core/forms/definition_check.hpp"

#include <algorithm>
#include <set>

namespace hebra::forms {
namespace {

bool is_code(std::string_view text) {
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
    return !text.empty() && text.size() <= 40 && text[0] >= 'a' && text[0] <= 'z' && std::ranges::all_of(text, fits);
}

bool has_options(const Field& field) { return field.type == FieldType::choice || field.type == FieldType::choices; }
bool has_option(const Field& field, std::string_view code) {
    return field.options && std::ranges::count(*field.options, code, &Option::code) != 0;
}

class Reading {
  public:
    explicit Reading(const Definition& definition) : definition_(definition) {}

    Result<std::vector<Question>> run() {
        check_code("/form", definition_.form);
        check_label("/title", definition_.title);
        if (definition_.stages.empty()) fault("/stages", words::k_unknown_stage);
        std::vector<Question> questions;
        for (std::size_t s = 0; s < definition_.sections.size(); ++s) {
            const auto& section = definition_.sections[s];
            const auto at = "/sections/" + std::to_string(s);
            check_code(at + "/id", section.id);
            check_label(at + "/label", section.label);
            check_source(at, section.source);
            for (std::size_t f = 0; f < section.fields.size(); ++f)
                questions.push_back(question_of(section.fields[f], at + "/fields/" + std::to_string(f), nullptr));
        }
        for (const auto& later : later_) check_condition_fields(later);
        check_scores();
        if (!faults_.empty()) return Refuse(Refusal{Refused::invalid, hebra::words::k_invalid, std::move(faults_)});
        return questions;
    }

  private:
    /// A condition that may look at any question is checked when all are known.
    struct Later {
        Condition condition;
        std::string pointer;
        const Field* group;
    };

    void fault(std::string pointer, const Word& word) { faults_.push_back({std::move(pointer), word}); }

    void check_code(const std::string& pointer, const std::string& code) {
        if (!is_code(code)) fault(pointer, words::k_bad_form_code);
    }
    void check_label(const std::string& pointer, const Label& label) {
        if (label.es.empty() || label.en.empty()) fault(pointer, words::k_label_missing);
    }
    void check_source(const std::string& pointer, const std::optional<std::string>& source) {
        if (source && std::ranges::count(definition_.sources, *source, &Source::id) == 0)
            fault(pointer + "/source", words::k_unknown_source);
    }

    Question question_of(const Field& field, const std::string& at, const Field* group) {
        check_code(at + "/id", field.id);
        if (!ids_.insert(field.id).second) fault(at + "/id", words::k_code_twice);
        check_label(at + "/label", field.label);
        if (field.help) check_label(at + "/help", *field.help);
        check_source(at, field.source);
        if (field.data_class < 0 || field.data_class > 4) fault(at + "/data_class", words::k_bad_data_class);
        check_options(field, at);
        if ((field.type == FieldType::group) != field.fields.has_value() || (field.fields && (field.fields->empty() || group != nullptr)))
            fault(at + "/fields", words::k_items_misplaced);
        const bool is_nested = field.type == FieldType::group || group != nullptr;  // a record's own member is never either
        if ((field.of_record && is_nested) || (field.amendable && group == nullptr)) fault(at, words::k_rule_misplaced);

        Question question{.field = &field, .shown_when = {}, .required_when = {}, .required_from = {}, .items = {}};
        question.shown_when = read_condition(field.shown_when, at + "/shown_when");
        if (question.shown_when) check_condition_fields({*question.shown_when, at + "/shown_when", group});
        question.required_when = read_condition(field.required_when, at + "/required_when");
        if (question.required_when) later_.push_back({*question.required_when, at + "/required_when", group});
        question.required_from = stage_of(field, at);
        if (field.fields && group == nullptr)
            for (std::size_t i = 0; i < field.fields->size(); ++i)
                question.items.push_back(question_of((*field.fields)[i], at + "/fields/" + std::to_string(i), &field));
        known_.push_back({&field, group});
        return question;
    }

    void check_options(const Field& field, const std::string& at) {
        if (has_options(field) != field.options.has_value() || (field.options && field.options->empty()))
            return fault(at + "/options", words::k_options_misplaced);
        if (!field.options) return;
        std::set<std::string_view> codes;
        for (std::size_t i = 0; i < field.options->size(); ++i) {
            const auto& option = (*field.options)[i];
            const auto pointer = at + "/options/" + std::to_string(i);
            check_code(pointer + "/code", option.code);
            check_label(pointer + "/label", option.label);
            if (!codes.insert(option.code).second) fault(pointer + "/code", words::k_code_twice);
        }
    }

    std::optional<std::size_t> stage_of(const Field& field, const std::string& at) {
        if (field.required_when && !field.required_at) fault(at + "/required_when", words::k_rule_misplaced);
        if (!field.required_at) return std::nullopt;
        const auto found = std::ranges::find(definition_.stages, *field.required_at);
        if (found != definition_.stages.end()) return static_cast<std::size_t>(found - definition_.stages.begin());
        fault(at + "/required_at", words::k_unknown_stage);
        return std::nullopt;
    }

    std::optional<Condition> read_condition(const std::optional<json::Raw>& raw, const std::string& pointer) {
        if (!raw) return std::nullopt;
        auto condition = Condition::parse(raw->text);
        if (condition) return *std::move(condition);
        for (const auto& field : condition.error().fields) fault(pointer + field.pointer, field.word);
        return std::nullopt;
    }

    const Field* known_to(std::string_view id, const Field* group) const {
        for (const auto& [field, of] : known_)
            if (field->id == id && (of == nullptr || of == group)) return field;
        return nullptr;
    }

    void check_condition_fields(const Later& later) {
        const auto& condition = later.condition;
        for (std::size_t i = 0; i < condition.of.size(); ++i)
            check_condition_fields({condition.of[i], later.pointer + "/of/" + std::to_string(i), later.group});
        if (condition.field.empty()) return;
        const auto* field = known_to(condition.field, later.group);
        if (field == nullptr || field->type == FieldType::group) return fault(later.pointer + "/field", words::k_condition_field);
        for (const auto& value : condition.values)
            if (!can_hold(*field, value)) return fault(later.pointer, words::k_condition_value);
    }

    static bool can_hold(const Field& field, const Value& value) {
        switch (field.type) {
            case FieldType::integer:
            case FieldType::number: return value.number() != nullptr;
            case FieldType::boolean: return value.flag() != nullptr;
            case FieldType::date: return value.text() != nullptr && parse_date(*value.text()).has_value();
            case FieldType::choice:
            case FieldType::choices: return value.text() != nullptr && has_option(field, *value.text());
            default: return value.text() != nullptr;
        }
    }

    void check_scores() {
        if (!definition_.scores) return;
        for (std::size_t i = 0; i < definition_.scores->size(); ++i) {
            const auto& rule = (*definition_.scores)[i];
            const auto at = "/scores/" + std::to_string(i);
            check_code(at + "/id", rule.id);
            check_label(at + "/label", rule.label);
            for (std::size_t t = 0; t < rule.terms.size(); ++t)
                if (!is_sound(rule.terms[t])) fault(at + "/terms/" + std::to_string(t), words::k_bad_score);
        }
    }

    bool is_sound(const Term& term) const {
        const auto* field = known_to(term.field, nullptr);
        if (field == nullptr || term.points.has_value() == term.weight.has_value()) return false;
        if (term.weight) return field->type == FieldType::boolean || field->type == FieldType::integer;
        return has_options(*field) && std::ranges::all_of(*term.points, [&](const auto& point) { return has_option(*field, point.first); });
    }

    struct Known {
        const Field* field;
        const Field* group;
    };
    const Definition& definition_;
    std::set<std::string> ids_;
    std::vector<Known> known_;
    std::vector<Later> later_;
    std::vector<FieldError> faults_;
};

}  // namespace

Result<std::vector<Question>> questions_of(const Definition& definition) { return Reading(definition).run(); }

}  // namespace hebra::forms
