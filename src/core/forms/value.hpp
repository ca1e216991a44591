// What was answered, as JSON says it: the few kinds a form and its conditions know. Holds text about people, so it has no
// formatter and no stream operator.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/result.hpp"

namespace hebra::forms {

class Value {
  public:
    using List = std::vector<Value>;
    using Object = std::map<std::string, Value, std::less<>>;

    /// The longest single text that is read, in bytes.
    static constexpr std::size_t k_max_text = 60'000;

    Value() = default;
    explicit Value(bool flag) : held_(flag) {}
    explicit Value(double number) : held_(number) {}
    explicit Value(std::string text) : held_(std::move(text)) {}
    explicit Value(List list) : held_(std::move(list)) {}
    explicit Value(Object object) : held_(std::move(object)) {}

    /// No: `not_json`, `too_long`, `bad_character`… with their pointers.
    static Result<Value> parse(std::string_view json);
    std::string json() const;

    bool is_null() const { return std::holds_alternative<std::monostate>(held_); }
    const bool* flag() const { return std::get_if<bool>(&held_); }
    const double* number() const { return std::get_if<double>(&held_); }
    const std::string* text() const { return std::get_if<std::string>(&held_); }
    const List* list() const { return std::get_if<List>(&held_); }
    const Object* object() const { return std::get_if<Object>(&held_); }

    /// The member of that name; nullptr when there is none, or this is no object.
    const Value* find(std::string_view name) const;

    friend bool operator==(const Value& a, const Value& b);

  private:
    std::variant<std::monostate, bool, double, std::string, List, Object> held_;
};

/// Whether nothing was answered: null, blank text or an empty list.
bool is_blank(const Value& value);

}  // namespace hebra::forms
