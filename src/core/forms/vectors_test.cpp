// The cases that the browser's evaluator passes too: tests/vectors/forms.json.
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "core/forms/form.hpp"
#include "platform/json/json.hpp"

namespace hebra::forms {
namespace {

struct ConditionCase {
    std::string name;
    json::Raw condition;
    json::Raw answers;
    bool expected;
};
BOOST_DESCRIBE_STRUCT(ConditionCase, (), (name, condition, answers, expected))

struct BadCondition {
    std::string name;
    json::Raw condition;
    std::string pointer;
};
BOOST_DESCRIBE_STRUCT(BadCondition, (), (name, condition, pointer))

struct Fault {
    std::string pointer;
    std::string code;
    friend bool operator==(const Fault&, const Fault&) = default;
};
BOOST_DESCRIBE_STRUCT(Fault, (), (pointer, code))
void PrintTo(const Fault& fault, std::ostream* out) { *out << fault.pointer << " " << fault.code; }

struct CheckCase {
    std::string name;
    std::string form;
    std::string stage;
    json::Raw answers;
    json::Raw record;
    std::optional<json::Raw> before;
    std::vector<Fault> errors;
};
BOOST_DESCRIBE_STRUCT(CheckCase, (), (name, form, stage, answers, record, before, errors))

struct SettledCase {
    std::string name;
    std::string form;
    json::Raw answers;
    json::Raw record;
    json::Raw expected;
};
BOOST_DESCRIBE_STRUCT(SettledCase, (), (name, form, answers, record, expected))

struct ShownCase {
    std::string name;
    std::string form;
    json::Raw answers;
    json::Raw record;
    std::vector<std::string> expected;
};
BOOST_DESCRIBE_STRUCT(ShownCase, (), (name, form, answers, record, expected))

struct ScoreCase {
    std::string name;
    std::string form;
    json::Raw answers;
    std::vector<Score> scores;
};
BOOST_DESCRIBE_STRUCT(ScoreCase, (), (name, form, answers, scores))

struct AppendedCase {
    std::string name;
    std::string form;
    json::Raw before;
    json::Raw after;
    std::vector<std::string> pointers;
};
BOOST_DESCRIBE_STRUCT(AppendedCase, (), (name, form, before, after, pointers))

struct Vectors {
    std::vector<ConditionCase> conditions;
    std::vector<BadCondition> bad_conditions;
    std::map<std::string, json::Raw> forms;
    std::vector<CheckCase> checks;
    std::vector<ShownCase> shown;
    std::vector<SettledCase> settled;
    std::vector<ScoreCase> scores;
    std::vector<AppendedCase> appended;
};
BOOST_DESCRIBE_STRUCT(Vectors, (), (conditions, bad_conditions, forms, checks, shown, settled, scores, appended))

std::string said(const Refusal& refusal) {
    std::string text(refusal.word.code);
    for (const auto& field : refusal.fields) text += " " + field.pointer + " " + std::string(field.word.code);
    return text;
}

const Vectors& vectors() {
    static const Vectors read = [] {
        std::ifstream file(HEBRA_FORM_VECTORS);
        std::stringstream text;
        text << file.rdbuf();
        auto vectors = json::read<Vectors>(text.str());
        if (!vectors) throw std::runtime_error(said(vectors.error()));
        return *std::move(vectors);
    }();
    return read;
}

Value::Object object_of(const json::Raw& raw) { return *Value::parse(raw.text).value().object(); }

Form form_called(const std::string& name) {
    auto form = Form::parse(vectors().forms.at(name).text);
    if (!form) throw std::runtime_error(name + ": " + said(form.error()));
    return *std::move(form);
}

std::vector<Fault> faults_of(const std::vector<FieldError>& errors) {
    std::vector<Fault> faults;
    for (const auto& error : errors) faults.push_back({error.pointer, std::string(error.word.code)});
    return faults;
}

TEST(FormVectors, conditions) {
    EXPECT_GE(vectors().conditions.size(), 60U);
    for (const auto& test : vectors().conditions) {
        const auto condition = Condition::parse(test.condition.text);
        ASSERT_TRUE(condition) << test.name;
        EXPECT_EQ(holds(*condition, Scope(object_of(test.answers))), test.expected) << test.name;
    }
}

TEST(FormVectors, bad_conditions_say_where) {
    for (const auto& test : vectors().bad_conditions) {
        const auto condition = Condition::parse(test.condition.text);
        ASSERT_FALSE(condition) << test.name;
        ASSERT_EQ(condition.error().fields.size(), 1U) << test.name;
        EXPECT_EQ(condition.error().fields[0].pointer, test.pointer) << test.name;
    }
}

TEST(FormVectors, checks) {
    for (const auto& test : vectors().checks) {
        const auto before = test.before ? std::optional(object_of(*test.before)) : std::nullopt;
        const auto errors = form_called(test.form).check(object_of(test.answers), object_of(test.record), test.stage,
                                                         before ? &*before : nullptr);
        EXPECT_EQ(faults_of(errors), test.errors) << test.name;
    }
}

TEST(FormVectors, shown) {
    EXPECT_GE(vectors().shown.size(), 5U);
    for (const auto& test : vectors().shown)
        EXPECT_EQ(form_called(test.form).shown(object_of(test.answers), object_of(test.record)), test.expected) << test.name;
}

TEST(FormVectors, settled_twice_is_settled_once) {
    for (const auto& test : vectors().settled) {
        const auto form = form_called(test.form);
        const auto record = object_of(test.record);
        const auto kept = form.settled(object_of(test.answers), record);
        EXPECT_EQ(Value(kept).json(), Value(object_of(test.expected)).json()) << test.name;
        EXPECT_EQ(form.settled(kept, record), kept) << test.name;
    }
}

TEST(FormVectors, scores) {
    for (const auto& test : vectors().scores)
        EXPECT_EQ(json::write(form_called(test.form).scores(object_of(test.answers), {})), json::write(test.scores)) << test.name;
}

TEST(FormVectors, groups_only_grow) {
    for (const auto& test : vectors().appended) {
        std::vector<std::string> pointers;
        for (const auto& error : form_called(test.form).check_appended(object_of(test.before), object_of(test.after)))
            pointers.push_back(error.pointer);
        EXPECT_EQ(pointers, test.pointers) << test.name;
    }
}

}  // namespace
}  // namespace hebra::forms
