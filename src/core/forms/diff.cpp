#include "core/forms/diff.hpp"

#include <algorithm>

#include "platform/json/json.hpp"

namespace hebra::forms {
namespace {

/// A question wherever it stands, with its full name.
struct Named {
    std::string name;
    const Field* field;
};

void add_named(const std::vector<Field>& fields, const std::string& prefix, std::vector<Named>& into) {
    for (const auto& field : fields) {
        into.push_back({prefix + field.id, &field});
        if (field.fields) add_named(*field.fields, prefix + field.id + ".", into);
    }
}

std::vector<Named> fields_of(const Definition& definition) {
    std::vector<Named> fields;
    for (const auto& section : definition.sections) add_named(section.fields, "", fields);
    return fields;
}

const Field* named(const std::vector<Named>& fields, const std::string& name) {
    const auto found = std::ranges::find(fields, name, &Named::name);
    return found == fields.end() ? nullptr : found->field;
}

/// Everything of a question that is not its words, its options, or the questions inside it.
Field rules_of(Field field) {
    field.label = {};
    field.help.reset();
    field.options.reset();
    field.fields.reset();
    return field;
}

const Option* option_of(const Field& field, const std::string& code) {
    if (!field.options) return nullptr;
    const auto found = std::ranges::find(*field.options, code, &Option::code);
    return found == field.options->end() ? nullptr : &*found;
}

void compare_options(const Named& after, const Field& before, std::vector<FormChange>& changes) {
    const auto note = [&](ChangeKind kind, const Option& option) { changes.push_back({kind, after.name + ":" + option.code}); };
    if (after.field->options)
        for (const auto& option : *after.field->options) {
            const auto* old = option_of(before, option.code);
            if (old == nullptr) {
                note(ChangeKind::option_added, option);
                continue;
            }
            const bool was = old->disabled.value_or(false);
            const bool is = option.disabled.value_or(false);
            if (was != is) note(is ? ChangeKind::option_disabled : ChangeKind::option_enabled, option);
            if (old->label != option.label) note(ChangeKind::said_otherwise, option);
        }
    if (before.options)
        for (const auto& option : *before.options)
            if (option_of(*after.field, option.code) == nullptr) note(ChangeKind::option_removed, option);
}

void compare(const Named& after, const Field& before, std::vector<FormChange>& changes) {
    const auto& field = *after.field;
    if (field.type != before.type) return changes.push_back({ChangeKind::retyped, after.name});
    if (field.label != before.label || field.help != before.help) changes.push_back({ChangeKind::said_otherwise, after.name});
    if (rules_of(field) != rules_of(before)) changes.push_back({ChangeKind::rule_changed, after.name});
    compare_options(after, before, changes);
}

const ScoreRule* score_of(const Definition& definition, const std::string& id) {
    if (!definition.scores) return nullptr;
    const auto found = std::ranges::find(*definition.scores, id, &ScoreRule::id);
    return found == definition.scores->end() ? nullptr : &*found;
}

bool is_same_sum(const ScoreRule& a, const ScoreRule& b) {
    return a.needs_all == b.needs_all && json::write(a.terms) == json::write(b.terms);
}

void compare_scores(const Definition& before, const Definition& after, std::vector<FormChange>& changes) {
    for (const auto& rule : after.scores.value_or(std::vector<ScoreRule>())) {
        const auto* old = score_of(before, rule.id);
        if (old == nullptr) changes.push_back({ChangeKind::added, "#" + rule.id});
        else if (!is_same_sum(*old, rule) || old->version != rule.version) changes.push_back({ChangeKind::rule_changed, "#" + rule.id});
        else if (old->label != rule.label) changes.push_back({ChangeKind::said_otherwise, "#" + rule.id});
    }
    for (const auto& rule : before.scores.value_or(std::vector<ScoreRule>()))
        if (score_of(after, rule.id) == nullptr) changes.push_back({ChangeKind::removed, "#" + rule.id});
}

}  // namespace

std::vector<FormChange> diff(const Definition& before, const Definition& after) {
    const auto old_fields = fields_of(before);
    const auto new_fields = fields_of(after);
    std::vector<FormChange> changes;
    for (const auto& field : new_fields) {
        if (const auto* old = named(old_fields, field.name)) compare(field, *old, changes);
        else changes.push_back({ChangeKind::added, field.name});
    }
    for (const auto& field : old_fields)
        if (named(new_fields, field.name) == nullptr) changes.push_back({ChangeKind::removed, field.name});
    compare_scores(before, after, changes);
    return changes;
}

Result<> check_succession(const Definition& before, const Definition& after, std::optional<Version> newest) {
    std::vector<FieldError> faults;
    if (after.version <= newest.value_or(before.version)) faults.push_back({"/version", words::k_version_not_higher});
    for (const auto& change : diff(before, after)) {
        const bool is_score = change.at.starts_with('#');
        if (change.kind == ChangeKind::option_removed) faults.push_back({"/" + change.at, words::k_option_gone});
        else if ((change.kind == ChangeKind::removed && !is_score) || change.kind == ChangeKind::retyped)
            faults.push_back({"/" + change.at, words::k_question_gone});
    }
    for (const auto& rule : after.scores.value_or(std::vector<ScoreRule>()))
        if (const auto* old = score_of(before, rule.id); old != nullptr && !is_same_sum(*old, rule) && rule.version <= old->version)
            faults.push_back({"/#" + rule.id, words::k_score_changed});
    if (faults.empty()) return {};
    return Refuse(Refusal{Refused::invalid, hebra::words::k_invalid, std::move(faults)});
}

}  // namespace hebra::forms
