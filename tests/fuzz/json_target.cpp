// JSON → described struct → JSON: what is taken comes out the same.
#include "platform/json/json.hpp"
#include "tests/fuzz/fuzz.hpp"

#ifdef HEBRA_FUZZING
#include <boost/json/src.hpp>  // the library once more, compiled so that libFuzzer sees which way it goes
#endif

namespace {

enum class Colour { red, green };
BOOST_DESCRIBE_ENUM(Colour, red, green)

struct Leaf {
    std::string text;
    std::optional<int> number;
    hebra::Private secret;
};
BOOST_DESCRIBE_STRUCT(Leaf, (), (text, number, secret))

struct Tree {
    Leaf leaf;
    std::vector<Leaf> leaves;
    std::optional<Colour> colour;
    std::optional<hebra::Date> day;
    std::optional<hebra::Time> at;
    bool flag;
    std::int64_t large;
};
BOOST_DESCRIBE_STRUCT(Tree, (), (leaf, leaves, colour, day, at, flag, large))

}  // namespace

HEBRA_FUZZ(json) {
    const auto tree = hebra::json::read<Tree>(bytes);
    if (!tree) return;
    const auto text = hebra::json::write(*tree);
    const auto again = hebra::json::read<Tree>(text);
    hebra::fuzz::must(again.has_value());
    hebra::fuzz::must(hebra::json::write(*again) == text);
}
