#include "core/forms/answer_check.hpp"

#include <algorithm>
#include <cmath>

#include "platform/json/words.hpp"

namespace hebra::forms {
namespace {

constexpr double k_whole_most = 9007199254740991.0;  // 2^53 - 1: beyond it the browser cannot tell two integers apart
constexpr std::int64_t k_line_most = 300, k_text_most = 10'000, k_items_most = 100;

/// Characters as people count them: code points.
std::int64_t characters(std::string_view text) {
    return std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
}

bool is_in_range(const Field& field, double number) {
    return (!field.least || number >= static_cast<double>(*field.least)) && (!field.most || number <= static_cast<double>(*field.most));
}

bool had(const Value* before, const Value& code) {
    if (before == nullptr) return false;
    if (before->list() != nullptr) return std::ranges::count(*before->list(), code) != 0;
    return *before == code;
}

const Word* fault_of_choice(const Field& field, const Value& code, const Value* before) {
    if (code.text() == nullptr) return &json::words::k_want_text;
    const auto option = std::ranges::find(*field.options, *code.text(), &Option::code);
    if (option == field.options->end()) return &words::k_unknown_option;
    if (option->disabled.value_or(false) && !had(before, code)) return &words::k_option_disabled;
    return nullptr;
}

const Word* fault_of_scalar(const Field& field, const Value& answer, const Value* before) {
    switch (field.type) {
        case FieldType::text:
        case FieldType::long_text: {
            if (answer.text() == nullptr) return &json::words::k_want_text;
            const auto most = field.most.value_or(field.type == FieldType::text ? k_line_most : k_text_most);
            return characters(*answer.text()) > most ? &words::k_too_much_text : nullptr;
        }
        case FieldType::integer:
        case FieldType::number: {
            const bool whole = field.type == FieldType::integer;
            if (answer.number() == nullptr) return whole ? &json::words::k_want_integer : &json::words::k_want_number;
            const double number = *answer.number();
            if (whole && (std::trunc(number) != number || std::abs(number) > k_whole_most)) return &json::words::k_want_integer;
            return is_in_range(field, number) ? nullptr : &words::k_number_out_of_range;
        }
        case FieldType::boolean: return answer.flag() == nullptr ? &json::words::k_want_boolean : nullptr;
        case FieldType::date: return answer.text() == nullptr || !parse_date(*answer.text()) ? &json::words::k_not_date : nullptr;
        default: return fault_of_choice(field, answer, before);
    }
}

void check_list(const Field& field, const Value& answer, const Value* before, const std::string& pointer,
                std::vector<FieldError>& errors) {
    const auto* list = answer.list();
    if (list == nullptr) return errors.push_back({pointer, json::words::k_want_list});
    if (std::ssize(*list) > field.most.value_or(k_items_most)) errors.push_back({pointer, words::k_too_many_answers});
    for (std::size_t i = 0; i < list->size(); ++i) {
        const auto& item = (*list)[i];
        const auto at = pointer + "/" + std::to_string(i);
        if (field.type == FieldType::group) {
            if (item.object() == nullptr) errors.push_back({at, json::words::k_want_object});
        } else if (const auto* fault = fault_of_choice(field, item, before)) {
            errors.push_back({at, *fault});
        } else if (std::ranges::count(list->begin(), list->begin() + static_cast<std::ptrdiff_t>(i), item) != 0) {
            errors.push_back({at, words::k_repeated_option});
        }
    }
}

}  // namespace

void check_answer(const Field& field, const Value& answer, const Value* before, const std::string& pointer,
                  std::vector<FieldError>& errors) {
    if (field.type == FieldType::choices || field.type == FieldType::group) return check_list(field, answer, before, pointer, errors);
    if (const auto* fault = fault_of_scalar(field, answer, before)) errors.push_back({pointer, *fault});
}

}  // namespace hebra::forms
