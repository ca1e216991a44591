// The definitions that come with the program (data/forms/*.json).
#pragma once
#include <string_view>
#include <vector>

namespace hebra::forms {

std::vector<std::string_view> shipped_texts();

}  // namespace hebra::forms
