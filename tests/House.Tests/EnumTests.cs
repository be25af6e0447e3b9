using System.Reflection;
using System.Text.RegularExpressions;
using Tupa.Kernel;

namespace Tupa.Tests;

/// <summary>An enum stored as text is never compared with less or more: letters do not sort as meanings do.</summary>
public sealed class EnumTests
{
    [Fact]
    public void Unordered_enums_are_not_compared()
    {
        var unordered = FloorTests.House.SelectMany(a => a.GetTypes())
            .Where(t => t.IsEnum && t.GetCustomAttribute<StoredAttribute>() is { Ordered: false })
            .Select(t => t.Name)
            .ToList();
        Assert.NotEmpty(unordered);

        var compared = new Regex($@"(<=|>=|(?<![=<>])[<>](?![=<>]))\s*({string.Join('|', unordered)})\.\w+\b|\b({string.Join('|', unordered)})\.\w+\s*(<=|>=|[<>]\s)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
        Assert.Empty(
            from file in Repo.Files("src", ".cs", ".razor")
            from line in File.ReadLines(file)
            where compared.IsMatch(line)
            select $"{Repo.Short(file)}: {line.Trim()}");
    }

    [Fact]
    public void Ordered_enums_have_numbers_of_their_own() => Assert.Empty(
        from type in FloorTests.House.SelectMany(a => a.GetTypes())
        where type.IsEnum && type.GetCustomAttribute<StoredAttribute>() is { Ordered: true }
        where Enum.GetValues(type).Cast<object>().Any(v => Convert.ToInt32(v, null) is 0 or 1)
        select type.Name);
}
