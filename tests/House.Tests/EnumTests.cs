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

    /// <summary>A package for taking away only needs an order that stays, whatever it is.</summary>
    [Fact]
    public void Columns_of_unordered_enums_are_neither_compared_nor_sorted_by()
    {
        var columns = FloorTests.House.SelectMany(a => a.GetTypes()).SelectMany(t => t.GetProperties())
            .Where(p => Kind(p) is { IsEnum: true } kind && kind.GetCustomAttribute<StoredAttribute>() is { Ordered: false })
            .Select(p => p.Name)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        Assert.True(columns.Count > 8, "The enums of the house were not found");

        var named = $@"\.({string.Join('|', columns)})\b";
        var used = new Regex($@"{named}\s*(<=|>=|[<>]\s)|(<=|>=|\s[<>])\s*\w+{named}|\bOrderBy(Descending)?\(\w+ => [\w.]*{named}\)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
        Assert.Empty(
            from file in Repo.Files("src", ".cs", ".razor")
            from line in File.ReadLines(file)
            where used.IsMatch(line) && !file.EndsWith("PersonalData.cs", StringComparison.Ordinal)
            select $"{Repo.Short(file)}: {line.Trim()}");

        static Type Kind(PropertyInfo property) => Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
    }

    [Fact]
    public void Ordered_enums_have_numbers_of_their_own() => Assert.Empty(
        from type in FloorTests.House.SelectMany(a => a.GetTypes())
        where type.IsEnum && type.GetCustomAttribute<StoredAttribute>() is { Ordered: true }
        where Enum.GetValues(type).Cast<object>().Any(v => Convert.ToInt32(v, null) is 0 or 1)
        select type.Name);
}
