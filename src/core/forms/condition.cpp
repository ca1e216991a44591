#include "core/forms/condition.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

namespace hebra::forms {
namespace {

struct Spelling {
    std::string_view word;
    Operation operation;
};
constexpr std::array<Spelling, 9> k_spellings{{{"eq", Operation::eq}, {"gt", Operation::gt}, {"ge", Operation::ge},
                                               {"lt", Operation::lt}, {"le", Operation::le}, {"in", Operation::in},
                                               {"and", Operation::all}, {"or", Operation::any}, {"not", Operation::none}}};

bool joins(Operation operation) {
    return operation == Operation::all || operation == Operation::any || operation == Operation::none;
}

bool is_scalar(const Value& value) { return value.flag() != nullptr || value.number() != nullptr || value.text() != nullptr; }

Refuse bad(const std::string& pointer) { return refuse_field(pointer, words::k_bad_condition); }

Result<Operation> operation_of(const Value& tree, const std::string& pointer) {
    const auto* op = tree.find("op");
    const auto* word = op == nullptr ? nullptr : op->text();
    if (word != nullptr)
        for (const auto& spelling : k_spellings)
            if (spelling.word == *word) return spelling.operation;
    return bad(pointer + "/op");
}

/// Every node says exactly what its operation needs: a misspelled member would otherwise be silence.
Result<> check_members(const Value& tree, Operation operation, const std::string& pointer) {
    const std::string_view content = joins(operation) ? "of" : operation == Operation::in ? "values" : "value";
    for (const auto& [name, member] : *tree.object()) {
        const bool known = name == "op" || name == content || (name == "field" && !joins(operation));
        if (!known) return bad(fmt::format("{}/{}", pointer, name));
    }
    return {};
}

Result<Condition> condition_of(const Value& tree, const std::string& pointer, std::size_t depth);

Result<std::vector<Condition>> parts_of(const Value& tree, Operation operation, const std::string& pointer, std::size_t depth) {
    const auto* of = tree.find("of");
    const auto* list = of == nullptr ? nullptr : of->list();
    const bool fits = list != nullptr && list->size() <= Condition::k_max_parts && (operation != Operation::none || list->size() == 1);
    if (!fits) return bad(pointer + "/of");
    std::vector<Condition> parts;
    for (std::size_t i = 0; i < list->size(); ++i) {
        HEBRA_TRY(auto part, condition_of((*list)[i], fmt::format("{}/of/{}", pointer, i), depth + 1));
        parts.push_back(std::move(part));
    }
    return parts;
}

Result<std::vector<Value>> values_of(const Value& tree, Operation operation, const std::string& pointer) {
    const bool several = operation == Operation::in;
    const std::string at = pointer + (several ? "/values" : "/value");
    const auto* given = tree.find(several ? "values" : "value");
    if (given == nullptr) return bad(at);
    if (!several) return is_scalar(*given) ? Result<std::vector<Value>>({*given}) : bad(at);
    const auto* list = given->list();
    const bool fits = list != nullptr && list->size() <= Condition::k_max_parts && std::ranges::all_of(*list, is_scalar);
    if (!fits) return bad(at);
    return *list;
}

Result<Condition> condition_of(const Value& tree, const std::string& pointer, std::size_t depth) {
    if (tree.object() == nullptr || depth > Condition::k_max_depth) return bad(pointer);
    HEBRA_TRY(const auto operation, operation_of(tree, pointer));
    HEBRA_CHECK(check_members(tree, operation, pointer));
    Condition condition{.operation = operation, .field = {}, .values = {}, .of = {}};
    if (joins(operation)) {
        HEBRA_TRY(condition.of, parts_of(tree, operation, pointer, depth));
        return condition;
    }
    const auto* field = tree.find("field");
    if (field == nullptr || field->text() == nullptr || field->text()->empty()) return bad(pointer + "/field");
    condition.field = *field->text();
    HEBRA_TRY(condition.values, values_of(tree, operation, pointer));
    return condition;
}

/// -1, 0 or 1; nullopt when the two cannot be compared.
std::optional<int> order(const Value& a, const Value& b) {
    if (a.number() != nullptr && b.number() != nullptr) return (*a.number() > *b.number()) - (*a.number() < *b.number());
    if (a.text() != nullptr && b.text() != nullptr) {
        const int bytes = a.text()->compare(*b.text());  // UTF-8: the order of bytes is that of code points
        return (bytes > 0) - (bytes < 0);
    }
    return std::nullopt;
}

bool compares(const Condition& condition, const Value& answer) {
    if (condition.operation == Operation::eq) return is_scalar(answer) && answer == condition.values.front();
    if (condition.operation == Operation::in) {
        const auto is_among = [&](const Value& one) { return std::ranges::count(condition.values, one) != 0; };
        if (const auto* list = answer.list()) return std::ranges::any_of(*list, is_among);
        return is_scalar(answer) && is_among(answer);
    }
    const auto found = order(answer, condition.values.front());
    if (!found) return false;
    switch (condition.operation) {
        case Operation::gt: return *found > 0;
        case Operation::ge: return *found >= 0;
        case Operation::lt: return *found < 0;
        default: return *found <= 0;
    }
}

}  // namespace

Result<Condition> Condition::parse(std::string_view json) {
    HEBRA_TRY(const auto tree, Value::parse(json));
    return condition_of(tree, "", 1);
}

const Value* Scope::find(std::string_view field) const {
    if (const auto found = answers_.find(field); found != answers_.end()) return &found->second;
    return outer_ == nullptr ? nullptr : outer_->find(field);
}

bool holds(const Condition& condition, const Scope& scope) {
    const auto part_holds = [&](const Condition& part) { return holds(part, scope); };
    switch (condition.operation) {
        case Operation::all: return std::ranges::all_of(condition.of, part_holds);
        case Operation::any: return std::ranges::any_of(condition.of, part_holds);
        case Operation::none: return !part_holds(condition.of.front());
        default: break;
    }
    const auto* answer = scope.find(condition.field);
    return answer != nullptr && compares(condition, *answer);
}

}  // namespace hebra::forms
