// When a question is asked, or must be answered: a small tree of comparisons (workflows.md §9). No scripting. The browser
// evaluates the same trees (web/forms); tests/vectors/forms.json holds the two equal.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe.hpp>

#include "core/forms/value.hpp"

namespace hebra::forms {

/// `{"op":"eq","field":"risk","value":"high"}`, `{"op":"in","field":"topics","values":[…]}`, `{"op":"and","of":[…]}`.
enum class Operation { eq, gt, ge, lt, le, in, all, any, none };  // the last three are spelled and, or, not

struct Condition {
    Operation operation;
    std::string field;             // of a comparison
    std::vector<Value> values;     // what it is compared with; one, or more for `in`
    std::vector<Condition> of;     // of and, or; exactly one of not

    static constexpr std::size_t k_max_depth = 12;
    static constexpr std::size_t k_max_parts = 200;  // values, or conditions, of one node

    /// No: `malformed`, or `bad_condition` with the pointer of the part that is wrong.
    static Result<Condition> parse(std::string_view json);
};

/// Where names are looked up: the answers of one item of a group first, then of the form around it.
class Scope {
  public:
    explicit Scope(const Value::Object& answers, const Scope* outer = nullptr) : answers_(answers), outer_(outer) {}
    /// nullptr when nobody answered.
    const Value* find(std::string_view field) const;

  private:
    const Value::Object& answers_;
    const Scope* outer_;
};

/// Whether the condition holds. What was not answered, and a value of another type, equals and exceeds nothing; so the
/// comparison is false, and its `not` true. Numbers compare with numbers and texts with texts (by code point, which for
/// ISO dates is their order). `in` on several answers holds when any is among the values. `and` of nothing holds, `or`
/// of nothing does not.
bool holds(const Condition& condition, const Scope& scope);

namespace words {
inline constexpr Word k_bad_condition{"bad_condition", "Esta condición no está bien formada. Revise op, field, value, values y of.",
                                      "This condition is not well formed. Check op, field, value, values and of."};
}  // namespace words

}  // namespace hebra::forms
