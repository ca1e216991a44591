#include "core/forms/forms.hpp"

#include <algorithm>
#include <stdexcept>

#include "access/once/once.hpp"
#include "core/forms/shipped.hpp"
#include "core/forms/store.hpp"
#include "platform/calendar/zone.hpp"
#include "platform/json/json.hpp"
#include "platform/json/own.hpp"

namespace hebra::forms {
namespace {

constexpr auto k_remembered = std::chrono::seconds(5);

const Version& version_of(const Forms::Known& form) { return form->definition().version; }

Forms::Known known(const store::Row& row) {
    auto definition = json::read_own<Definition>(row.definition);
    definition.status = row.status;
    auto form = Form::make(std::move(definition));
    if (!form) throw std::runtime_error("a kept form does not hold together");
    return std::make_shared<const Form>(*std::move(form));
}

bool is_in_force(const Forms::Known& form, Date today) {
    return form->definition().status == FormStatus::published && form->definition().effective_from <= today;
}

/// The code relies on the stages and the questions of the record: they are those that ship, with the options that ship.
Result<> check_record_questions(const Definition& shipped, const Form& imported) {
    const auto own = Form::make(shipped).value();
    std::vector<FieldError> faults;
    if (imported.definition().stages != shipped.stages) faults.push_back({"/stages", words::k_record_stages});
    for (const auto& section : imported.definition().sections)
        for (const auto& field : section.fields) {
            const auto* ours = own.find(field.id);
            const bool ours_of_record = ours != nullptr && ours->of_record.value_or(false);
            if (field.of_record.value_or(false) != ours_of_record) faults.push_back({"/" + field.id, words::k_record_question});
            if (!ours_of_record || field.type != FieldType::choice || !field.options || !ours->options) continue;
            for (const auto& option : *field.options)
                if (std::ranges::count(*ours->options, option.code, &Option::code) == 0)
                    faults.push_back({"/" + field.id + ":" + option.code, words::k_record_question});
        }
    if (faults.empty()) return {};
    return Refuse(Refusal{Refused::invalid, hebra::words::k_invalid, std::move(faults)});
}

FormImport report_of(const Form& in_force, const Form& other, const std::vector<Sample>& samples, bool kept) {
    const auto& definition = other.definition();
    FormImport report{definition.form, definition.version, in_force.definition().version, diff(in_force.definition(), definition), {}, kept};
    for (const auto& sample : samples) report.samples.push_back({try_sample(in_force, sample), try_sample(other, sample)});
    return report;
}

struct Step {
    std::string_view action;  ///< in the audit
    FormStatus from;
};

Step step_of(FormAction action) {
    switch (action) {
        case FormAction::publish: return {"form.publish", FormStatus::draft};
        case FormAction::retire: return {"form.retire", FormStatus::published};
        case FormAction::discard: return {"form.discard", FormStatus::draft};
    }
    throw std::logic_error("an action without a step");
}

}  // namespace

Forms::Forms(db::Database& database, audit::Audit& audit, const Clock& clock) : database_(database), audit_(audit), clock_(clock) {
    for (const auto text : shipped_texts()) {
        auto form = Form::parse(text);
        if (!form) throw std::logic_error("a shipped form does not hold together");
        shipped_.push_back(std::make_shared<const Form>(*std::move(form)));
    }
}

Forms::Known Forms::shipped(std::string_view form) const {
    const auto found = std::ranges::find_if(shipped_, [&](const Known& one) { return one->definition().form == form; });
    return found == shipped_.end() ? nullptr : *found;
}

Snapshot<Forms::Versions> Forms::versions(InstitutionId institution, std::string_view form) {
    const auto key = std::pair(institution, std::string(form));
    const Time now = clock_.now();
    {
        const std::scoped_lock lock(mutex_);
        const auto found = remembered_.find(key);
        if (found != remembered_.end() && now - found->second.read_at < k_remembered) return found->second.versions;
    }
    const auto rows = database_.read([&](db::Reader& reader) { return store::all(reader, institution, form); });
    auto all = std::make_shared<Versions>();
    for (const auto& row : rows) all->push_back(known(row));
    std::ranges::sort(*all, {}, version_of);
    const std::scoped_lock lock(mutex_);
    remembered_.insert_or_assign(key, Remembered{all, now});
    return all;
}

void Forms::forget(InstitutionId institution, std::string_view form) {
    const std::scoped_lock lock(mutex_);
    remembered_.erase(std::pair(institution, std::string(form)));
}

Result<Forms::Known> Forms::current(InstitutionId institution, std::string_view form) {
    const auto base = shipped(form);
    if (!base) return not_found();
    const auto own = versions(institution, form);
    return in_force(*own, base);
}

Date Forms::today() const { return calendar::local_time(calendar::Zone::santiago(), clock_.now()).date; }

Forms::Known Forms::in_force(const Versions& own, const Known& base) const {
    const Date day = today();
    for (auto at = own.rbegin(); at != own.rend(); ++at)
        if (is_in_force(*at, day)) return *at;
    return base;
}

Result<Forms::Known> Forms::find(InstitutionId institution, std::string_view form, const Version& version) {
    const auto own = versions(institution, form);
    if (const auto found = std::ranges::find(*own, version, version_of); found != own->end()) return *found;
    const auto base = shipped(form);
    if (base && version_of(base) == version) return base;
    return not_found();
}

std::vector<FormInForce> Forms::all(InstitutionId institution) {
    std::vector<FormInForce> forms;
    for (const auto& base : shipped_) {
        const auto own = versions(institution, base->definition().form);
        const auto asked = in_force(*own, base);
        forms.push_back({asked->definition().form, asked->definition().title, version_of(asked)});
    }
    return forms;
}

Result<std::vector<FormVersion>> Forms::history(InstitutionId institution, std::string_view form) {
    const auto base = shipped(form);
    if (!base) return not_found();
    const auto rows = database_.read([&](db::Reader& reader) { return store::history(reader, institution, form); });
    std::vector<FormVersion> history;
    for (const auto& row : rows) history.push_back({row.version, row.status, row.effective_from, false, false, row.changed_at, row.user_id});
    std::ranges::sort(history, std::ranges::greater(), &FormVersion::version);
    history.push_back({version_of(base), FormStatus::published, base->definition().effective_from, false, true, {}, {}});
    const Date day = today();
    std::ranges::find_if(history, [&](const FormVersion& one) {
        return one.ships_with_hebra || (one.status == FormStatus::published && one.effective_from <= day);
    })->in_force = true;
    return history;
}

Result<FormImport> Forms::compare(InstitutionId institution, std::string_view form, const Version& version,
                                  const std::vector<SampleAnswers>& samples) {
    HEBRA_TRY(const auto compared, find(institution, form, version));
    HEBRA_TRY(const auto read, read_samples(samples));
    HEBRA_TRY(const auto asked, current(institution, form));
    return report_of(*asked, *compared, read, true);
}

Result<FormImport> Forms::import(const Actor& actor, std::string_view json, bool dry_run, const std::vector<SampleAnswers>& given) {
    HEBRA_TRY(auto described, json::read_request<Definition>(json));
    HEBRA_TRY(const auto imported, Form::make(std::move(described)));
    HEBRA_TRY(const auto samples, read_samples(given));
    const auto& definition = imported.definition();
    const auto base = shipped(definition.form);
    if (!base) return refuse_field("/form", words::k_form_unknown);
    HEBRA_CHECK(check_record_questions(base->definition(), imported));
    HEBRA_TRY(const auto repeated, database_.read([&](db::Reader& reader) { return access::claimed_before(reader, actor); }));
    const auto own = versions(actor.institution, definition.form);
    Known answered = base;
    for (const auto& one : *own)
        if (one->definition().status != FormStatus::draft) answered = one;
    if (!repeated) HEBRA_CHECK(check_succession(answered->definition(), definition, version_of(own->empty() ? base : own->back())));
    Versions before;
    for (const auto& one : *own)
        if (version_of(one) < definition.version) before.push_back(one);  // the same again for a repeat after it was published
    const auto report = report_of(*in_force(before, base), imported, samples, !dry_run);
    if (dry_run || repeated) return report;

    const Time now = clock_.now();
    const store::Row row{definition.form, definition.version, FormStatus::draft, definition.effective_from, json::write(definition)};
    HEBRA_CHECK(database_.write([&](db::Tx& tx) -> Result<> {
        HEBRA_TRY(const auto before, access::claim_once(tx, actor, row.form + "/" + row.version.text(), now));
        if (before) return {};
        const auto entry = audit_.record(tx, actor, {.action = "form.import", .fields = {row.form, row.version.text()}});
        if (!store::add(tx, actor.institution, row, now, entry)) return refuse(Refused::conflict, words::k_form_version_taken);
        return {};
    }));
    forget(actor.institution, definition.form);
    return report;
}

Result<> Forms::move(const Actor& actor, std::string_view form, const Version& version, FormAction action) {
    const Time now = clock_.now();
    const auto step = step_of(action);
    HEBRA_CHECK(database_.write([&](db::Tx& tx) -> Result<> {
        HEBRA_TRY(const auto before, access::claim_once(tx, actor, std::string(form) + "/" + version.text(), now));
        if (before) return {};
        if (!store::has(tx, actor.institution, form, version)) return not_found();
        const auto entry = audit_.record(tx, actor, {.action = step.action, .fields = {std::string(form), version.text()}});
        const bool moved = action == FormAction::discard
                               ? store::remove(tx, actor.institution, form, version, step.from)
                               : store::save_status(tx, actor.institution, form, version, step.from,
                                                    action == FormAction::publish ? FormStatus::published : FormStatus::retired, now, entry);
        if (!moved) return refuse(Refused::conflict, words::k_form_move);
        return {};
    }));
    forget(actor.institution, form);
    return {};
}

}  // namespace hebra::forms
