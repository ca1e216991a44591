#include "platform/json/schema.hpp"

#include <gtest/gtest.h>

namespace hebra::json::elsewhere {
enum class Kind { other };
BOOST_DESCRIBE_ENUM(Kind, other)
}  // namespace hebra::json::elsewhere

namespace hebra::json::renamed {
enum class Kind { third };
BOOST_DESCRIBE_ENUM(Kind, third)
}  // namespace hebra::json::renamed

template <>
inline constexpr std::string_view hebra::json::k_schema_name<hebra::json::renamed::Kind> = "RenamedKind";

namespace hebra::json {
namespace tree {

enum class Kind { leaf, branch };
BOOST_DESCRIBE_ENUM(Kind, leaf, branch)

class Run {
  public:
    static constexpr std::string_view k_pattern = "^[0-9]+-[0-9K]$";
    static constexpr std::string_view k_example = "1-9";
    static Result<Run> parse(std::string_view) { return Run(); }
    std::string text() const { return "1-9"; }
};

template <class T>
struct Pair {
    T first;
    T second;
    BOOST_DESCRIBE_CLASS(Pair, (), (first, second), (), ())
};

struct Tree {
    Kind kind{};
    std::optional<Time> at;
    std::vector<Tree> children;
    Change<Run> run;
    Text<300> label;
};
BOOST_DESCRIBE_STRUCT(Tree, (), (kind, at, children, run, label))

}  // namespace tree

template <>
inline constexpr auto k_descriptions<tree::Tree> = describe<tree::Tree>({{"at", "When it was planted"}, {"kind", "What it is"}});

namespace {

TEST(Schema, a_struct_is_a_component_with_its_parts) {
    Components components;
    EXPECT_EQ(components.schema<tree::Tree>(), R"({"$ref":"#/components/schemas/Tree"})");
    EXPECT_EQ(components.text(),
              R"({"Kind":{"type":"string","enum":["leaf","branch"]},)"
              R"("Run":{"type":"string","pattern":"^[0-9]+-[0-9K]$","examples":["1-9"]},)"
              R"("Tree":{"type":"object","properties":{)"
              R"("kind":{"description":"What it is","$ref":"#/components/schemas/Kind"},)"
              R"("at":{"description":"When it was planted","type":"string","format":"date-time"},)"
              R"("children":{"type":"array","items":{"$ref":"#/components/schemas/Tree"}},)"
              R"("run":{"anyOf":[{"$ref":"#/components/schemas/Run"},{"type":"null"}]},)"
              R"("label":{"type":"string","maxLength":300}},)"
              R"("required":["kind","children","label"]}})");
}

TEST(Schema, names_do_not_depend_on_namespaces_and_may_not_clash) {
    EXPECT_EQ(component_name(typeid(tree::Pair<tree::Kind>)), "PairOfKind");
    EXPECT_EQ(component_name(typeid(std::map<int, tree::Pair<tree::Kind>>)).substr(0, 23), "mapOfintAndPairOfKindAn");
    Components components;
    components.schema<tree::Kind>();
    EXPECT_NO_THROW(components.schema<tree::Kind>());
    EXPECT_THROW(components.schema<elsewhere::Kind>(), std::logic_error);
    EXPECT_EQ(components.schema<renamed::Kind>(), R"({"$ref":"#/components/schemas/RenamedKind"})");
}

TEST(Schema, integers_say_their_range) {
    Components components;
    EXPECT_EQ(components.schema<std::uint8_t>(), R"({"type":"integer","minimum":0,"maximum":255})");
    EXPECT_EQ(components.schema<std::optional<int>>(), R"({"type":"integer","minimum":-2147483648,"maximum":2147483647})");
}

}  // namespace
}  // namespace hebra::json
