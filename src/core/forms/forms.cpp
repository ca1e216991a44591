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

/// The code relies on the questions of the record: they are those that ship, with the options that ship.
Result<> check_record_questions(const Definition& shipped, const Form& imported) {
    const auto own = Form::make(shipped).value();
    std::vector<FieldError> faults;
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

std::shared_ptr<const Forms::Versions> Forms::versions(InstitutionId institution, std::string_view form) {
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
    const Date today = calendar::local_time(calendar::Zone::santiago(), clock_.now()).date;
    const auto own = versions(institution, form);
    for (auto at = own->rbegin(); at != own->rend(); ++at)
        if (is_in_force(*at, today)) return *at;
    return base;
}

Result<Forms::Known> Forms::find(InstitutionId institution, std::string_view form, const Version& version) {
    const auto own = versions(institution, form);
    if (const auto found = std::ranges::find(*own, version, version_of); found != own->end()) return *found;
    const auto base = shipped(form);
    if (base && version_of(base) == version) return base;
    return not_found();
}

Result<FormImport> Forms::import(const Actor& actor, std::string_view json, bool dry_run) {
    HEBRA_TRY(const auto imported, Form::parse(json));
    const auto& definition = imported.definition();
    const auto base = shipped(definition.form);
    if (!base) return refuse_field("/form", words::k_form_unknown);
    HEBRA_CHECK(check_record_questions(base->definition(), imported));
    HEBRA_TRY(const auto repeated, database_.read([&](db::Reader& reader) { return access::claimed_before(reader, actor); }));
    const auto own = versions(actor.institution, definition.form);
    Known newest = base;
    for (const auto& one : *own)
        if (!repeated || version_of(one) < definition.version) newest = one;  // a repeat follows what the first time followed
    if (!repeated) HEBRA_CHECK(check_succession(newest->definition(), definition));
    FormImport report{definition.form, definition.version, diff(newest->definition(), definition), !dry_run};
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
    const bool publish = action == FormAction::publish;
    const auto own = versions(actor.institution, form);
    if (std::ranges::find(*own, version, version_of) == own->end()) return not_found();
    HEBRA_CHECK(database_.write([&](db::Tx& tx) -> Result<> {
        HEBRA_TRY(const auto before, access::claim_once(tx, actor, std::string(form) + "/" + version.text(), now));
        if (before) return {};
        const auto entry = audit_.record(tx, actor, {.action = publish ? "form.publish" : "form.retire",
                                                     .fields = {std::string(form), version.text()}});
        if (!store::save_status(tx, actor.institution, form, version, publish ? FormStatus::draft : FormStatus::published,
                                publish ? FormStatus::published : FormStatus::retired, now, entry))
            return refuse(Refused::conflict, words::k_form_move);
        return {};
    }));
    forget(actor.institution, form);
    return {};
}

}  // namespace hebra::forms
