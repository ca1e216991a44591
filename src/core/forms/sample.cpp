#include "core/forms/sample.hpp"

#include <algorithm>
#include <ranges>

namespace hebra::forms {
namespace {

Result<Value::Object> object_at(const std::string& pointer, const json::Raw& raw) {
    const auto value = Value::parse(raw.text);
    if (!value) {
        auto refusal = value.error();
        for (auto& field : refusal.fields) field.pointer = pointer + field.pointer;
        return Refuse(std::move(refusal));
    }
    if (value->object() == nullptr) return refuse_field(pointer, words::k_sample_not_object);
    return *value->object();
}

std::vector<std::string> parts_of(std::string_view pointer) {
    std::vector<std::string> parts;
    for (const auto part : std::views::split(pointer.substr(1), '/')) parts.emplace_back(part.begin(), part.end());
    return parts;
}

/// The question a fault is about: "/risk", "/answers/topics/1", or of an item, "/answers/plan_steps/0/step".
const Field* asked_at(const Form& form, const std::string& pointer) {
    auto parts = parts_of(pointer);
    if (parts.front() == "answers") parts.erase(parts.begin());
    const auto* field = form.find(parts.front());
    if (field == nullptr || !field->fields || parts.size() < 3) return field;
    const auto inner = std::ranges::find(*field->fields, parts[2], &Field::id);
    return inner == field->fields->end() ? field : &*inner;
}

/// What is missing matters from the stage that needs it; what is wrong, from the first.
std::string first_stage(const Form& form, const FieldError& error) {
    const auto* field = error.word == words::k_answer_needed ? asked_at(form, error.pointer) : nullptr;
    return field != nullptr && field->required_at ? *field->required_at : form.definition().stages.front();
}

}  // namespace

Result<std::vector<Sample>> read_samples(const std::vector<SampleAnswers>& given) {
    if (given.size() > k_most_samples) return refuse_field("/samples", words::k_too_many_samples);
    std::vector<Sample> samples;
    for (std::size_t i = 0; i < given.size(); ++i) {
        const auto at = "/samples/" + std::to_string(i);
        Sample sample;
        HEBRA_TRY(sample.answers, object_at(at + "/answers", given[i].answers));
        if (given[i].record) {
            HEBRA_TRY(sample.record, object_at(at + "/record", *given[i].record));
        }
        samples.push_back(std::move(sample));
    }
    return samples;
}

SampleUnder try_sample(const Form& form, const Sample& sample) {
    SampleUnder under{form.definition().version, form.shown(sample.answers, sample.record), {}, form.scores(sample.answers, sample.record)};
    // At the last stage everything is said that is said at any.
    for (const auto& error : form.check(sample.answers, sample.record, form.definition().stages.back()))
        under.faults.push_back({error.pointer, std::string(error.word.code), {std::string(error.word.es), std::string(error.word.en)},
                                first_stage(form, error)});
    return under;
}

}  // namespace hebra::forms
