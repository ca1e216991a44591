#include "core/forms/form.hpp"

#include <algorithm>
#include <cmath>

#include "core/forms/answer_check.hpp"
#include "core/forms/definition_check.hpp"
#include "platform/json/json.hpp"

namespace hebra::forms {
namespace {

const Value* answer_in(const Value::Object& answers, std::string_view id) {
    const auto found = answers.find(id);
    return found == answers.end() ? nullptr : &found->second;
}

bool is_shown(const Question& question, const Scope& scope) {
    return !question.shown_when || holds(*question.shown_when, scope);
}

Value::Object settle(const std::vector<Question>& questions, const Value::Object& given, const Scope& outer);

Value settle_items(const Question& group, const Value& given, const Scope& outer) {
    if (given.list() == nullptr) return given;  // wrong, and the check will say so
    Value::List items;
    for (const auto& item : *given.list())
        items.push_back(item.object() == nullptr ? item : Value(settle(group.items, *item.object(), outer)));
    return Value(std::move(items));
}

/// In the order of the questions, so that a condition sees only what was kept before it.
Value::Object settle(const std::vector<Question>& questions, const Value::Object& given, const Scope& outer) {
    Value::Object kept;
    const Scope scope(kept, &outer);
    for (const auto& question : questions) {
        const auto& field = *question.field;
        const auto* answer = answer_in(given, field.id);
        if (answer == nullptr || field.of_record.value_or(false) || !is_shown(question, scope)) continue;
        kept.emplace(field.id, field.type == FieldType::group ? settle_items(question, *answer, scope) : *answer);
    }
    return kept;
}

void add_shown(const std::vector<Question>& questions, const Scope& scope, const Value::Object& kept, const std::string& pointer,
               std::vector<std::string>& shown) {
    for (const auto& question : questions) {
        const auto& field = *question.field;
        if (!is_shown(question, scope)) continue;
        const auto at = (field.of_record.value_or(false) ? std::string() : pointer) + "/" + field.id;
        shown.push_back(at);
        const auto* answer = field.type == FieldType::group ? answer_in(kept, field.id) : nullptr;
        if (answer == nullptr || answer->list() == nullptr) continue;
        for (std::size_t i = 0; i < answer->list()->size(); ++i)
            if (const auto* item = (*answer->list())[i].object())
                add_shown(question.items, Scope(*item, &scope), *item, at + "/" + std::to_string(i), shown);
    }
}

bool is_needed(const Question& question, const Scope& scope, std::size_t stage) {
    return question.required_from && *question.required_from <= stage &&
           (!question.required_when || holds(*question.required_when, scope));
}

/// What the check of one level of questions looks at.
struct Level {
    const std::vector<Question>& questions;
    const Value::Object& given;   ///< as it came: for unknown names
    const Value::Object& kept;    ///< settled
    const Scope& scope;
    const Value::Object* before;
    std::string pointer;
};

class Checker {
  public:
    Checker(const Value::Object& record, std::size_t stage) : record_(record), stage_(stage) {}

    void check(const Level& level) {
        for (const auto& question : level.questions) check_question(level, question);
        for (const auto& [name, value] : level.given) {
            const auto asks = [&](const Question& question) {
                return question.field->id == name && !question.field->of_record.value_or(false);
            };
            if (std::ranges::none_of(level.questions, asks)) errors_.push_back({level.pointer + "/" + name, words::k_unknown_field});
        }
    }
    std::vector<FieldError> take() { return std::move(errors_); }

  private:
    void check_question(const Level& level, const Question& question) {
        const auto& field = *question.field;
        if (!is_shown(question, level.scope)) return;
        const bool of_record = field.of_record.value_or(false);
        const auto pointer = (of_record ? std::string() : level.pointer) + "/" + field.id;
        const auto* answer = answer_in(of_record ? record_ : level.kept, field.id);
        if (answer == nullptr || is_blank(*answer)) {
            if (is_needed(question, level.scope, stage_)) errors_.push_back({pointer, words::k_answer_needed});
            return;
        }
        const auto* before = level.before == nullptr ? nullptr : answer_in(*level.before, field.id);
        check_answer(field, *answer, before, pointer, errors_);
        if (field.type == FieldType::group && answer->list() != nullptr) check_items(level, question, *answer, before, pointer);
    }

    void check_items(const Level& level, const Question& group, const Value& kept, const Value* before, const std::string& pointer) {
        const auto& given = *answer_in(level.given, group.field->id)->list();
        for (std::size_t i = 0; i < kept.list()->size(); ++i) {
            const auto* item = (*kept.list())[i].object();
            if (item == nullptr) continue;  // already told
            const bool had = before != nullptr && before->list() != nullptr && i < before->list()->size();
            const Scope scope(*item, &level.scope);
            check({.questions = group.items,
                   .given = *given[i].object(),
                   .kept = *item,
                   .scope = scope,
                   .before = had ? (*before->list())[i].object() : nullptr,
                   .pointer = pointer + "/" + std::to_string(i)});
        }
    }

    const Value::Object& record_;
    std::size_t stage_;
    std::vector<FieldError> errors_;
};

/// A score is computed as the browser does, in doubles, and stays where both tell each integer from the next.
double within_whole_numbers(double points) {
    constexpr double k_most = 9007199254740991.0;  // 2^53 - 1
    return std::clamp(points, -k_most, k_most);
}

/// nullopt while the term is unanswered.
std::optional<double> points_of(const Term& term, const Value* answer) {
    if (answer == nullptr || is_blank(*answer)) return std::nullopt;
    const auto weight = static_cast<double>(term.weight.value_or(0));
    const auto of_code = [&](const Value& code) {
        if (!term.points || code.text() == nullptr) return 0.0;
        const auto found = term.points->find(*code.text());
        return found == term.points->end() ? 0.0 : static_cast<double>(found->second);
    };
    if (const auto* flag = answer->flag()) return *flag ? weight : 0;
    if (const auto* number = answer->number()) return std::trunc(*number) * weight;
    if (const auto* list = answer->list()) {
        double sum = 0;
        for (const auto& code : *list) sum += of_code(code);
        return sum;
    }
    return of_code(*answer);
}

/// An item kept earlier, compared but for what may be amended.
bool is_same_item(const Field& group, const Value& before, const Value& after) {
    if (before.object() == nullptr || after.object() == nullptr) return before == after;
    return std::ranges::all_of(*group.fields, [&](const Field& field) {
        if (field.amendable.value_or(false)) return true;
        const auto* a = before.find(field.id);
        const auto* b = after.find(field.id);
        const bool no_a = a == nullptr || is_blank(*a);
        const bool no_b = b == nullptr || is_blank(*b);
        return no_a || no_b ? no_a == no_b : *a == *b;
    });
}

}  // namespace

Result<Form> Form::make(Definition definition) {
    auto shared = std::make_shared<const Definition>(std::move(definition));
    HEBRA_TRY(auto questions, questions_of(*shared));
    return Form(std::move(shared), std::move(questions));
}

Result<Form> Form::parse(std::string_view json) {
    HEBRA_TRY(auto definition, json::read<Definition>(json));
    return make(std::move(definition));
}

const Field* Form::find(std::string_view id) const {
    for (const auto& question : questions_)
        if (question.field->id == id) return question.field;
    return nullptr;
}

Value::Object Form::settled(const Value::Object& answers, const Value::Object& record) const {
    return settle(questions_, answers, Scope(record));
}

std::vector<std::string> Form::shown(const Value::Object& answers, const Value::Object& record) const {
    const auto kept = settled(answers, record);
    const Scope of_record(record);
    std::vector<std::string> shown;
    add_shown(questions_, Scope(kept, &of_record), kept, "/answers", shown);
    return shown;
}

std::vector<FieldError> Form::check(const Value::Object& answers, const Value::Object& record, std::string_view stage,
                                    const Value::Object* before) const {
    const auto at = std::ranges::find(definition_->stages, stage);
    if (at == definition_->stages.end()) throw std::logic_error("a stage this form does not have");
    const auto kept = settled(answers, record);
    const Scope of_record(record);
    const Scope scope(kept, &of_record);
    Checker checker(record, static_cast<std::size_t>(at - definition_->stages.begin()));
    checker.check({.questions = questions_, .given = answers, .kept = kept, .scope = scope, .before = before, .pointer = "/answers"});
    return checker.take();
}

std::vector<FieldError> Form::check_appended(const Value::Object& before, const Value::Object& after) const {
    std::vector<FieldError> errors;
    for (const auto& question : questions_) {
        const auto& field = *question.field;
        const auto* old_items = answer_in(before, field.id);
        if (field.type != FieldType::group || old_items == nullptr || old_items->list() == nullptr) continue;
        const auto* new_items = answer_in(after, field.id);
        for (std::size_t i = 0; i < old_items->list()->size(); ++i) {
            const bool stands = new_items != nullptr && new_items->list() != nullptr && i < new_items->list()->size();
            if (!stands || !is_same_item(field, (*old_items->list())[i], (*new_items->list())[i]))
                errors.push_back({"/answers/" + field.id + "/" + std::to_string(i), words::k_item_kept});
        }
    }
    return errors;
}

std::vector<Score> Form::scores(const Value::Object& answers, const Value::Object& record) const {
    std::vector<Score> scores;
    if (!definition_->scores) return scores;
    const auto kept = settled(answers, record);
    for (const auto& rule : *definition_->scores) {
        double sum = 0;
        std::size_t answered = 0;
        for (const auto& term : rule.terms) {
            const auto* answer = answer_in(find(term.field)->of_record.value_or(false) ? record : kept, term.field);
            const auto points = points_of(term, answer);
            if (!points) continue;
            sum = within_whole_numbers(sum + within_whole_numbers(*points));
            ++answered;
        }
        if (answered == rule.terms.size() || (!rule.needs_all && answered > 0)) scores.push_back({rule.id, rule.version, static_cast<std::int64_t>(sum)});
    }
    return scores;
}

}  // namespace hebra::forms
