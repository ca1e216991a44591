// What one answer may be, by the type of its question. Inside this room only.
#pragma once
#include "core/forms/form.hpp"

namespace hebra::forms {

/// Notes what is wrong with an answer that is not blank. The items of a group are looked into by the caller.
void check_answer(const Field& field, const Value& answer, const Value* before, const std::string& pointer,
                  std::vector<FieldError>& errors);

}  // namespace hebra::forms
