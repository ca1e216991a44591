// A condition or a whole form's definition, and answers it is held against: first the one, after an empty line the answers.
#include "core/forms/form.hpp"
#include "tests/fuzz/fuzz.hpp"

namespace forms = hebra::forms;

namespace {

/// What was kept is all kept again, and every stage tells what is wrong with it.
void answer(const forms::Form& form, const forms::Value::Object& answers) {
    const auto kept = form.settled(answers, answers);
    hebra::fuzz::must(form.settled(kept, answers) == kept);
    for (const auto& stage : form.definition().stages) (void)form.check(answers, answers, stage, &kept);
    (void)form.check_appended(kept, answers);
    (void)form.scores(answers, answers);
}

}  // namespace

HEBRA_FUZZ(form) {
    const auto split = std::min(bytes.find("\n\n"), bytes.size());
    const auto answers = forms::Value::parse(bytes.substr(std::min(split + 2, bytes.size())));
    if (answers) {
        const auto again = forms::Value::parse(answers->json());
        hebra::fuzz::must(again.has_value() && again->json() == answers->json());
    }
    static const forms::Value::Object k_none;
    const auto& object = answers && answers->object() != nullptr ? *answers->object() : k_none;
    const auto first = bytes.substr(0, split);
    if (const auto form = forms::Form::parse(first)) answer(*form, object);
    const forms::Scope outer(k_none);
    if (const auto condition = forms::Condition::parse(first)) (void)forms::holds(*condition, forms::Scope(object, &outer));
}
