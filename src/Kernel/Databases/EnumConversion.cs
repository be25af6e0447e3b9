using System.Reflection;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Tupa.Kernel;

/// <summary>How a <see cref="StoredAttribute"/> enum stands in its column.</summary>
internal static class EnumConversion
{
    public static Type For(Type kind) => kind.GetCustomAttribute<StoredAttribute>()!.Ordered
        ? typeof(EnumToNumberConverter<,>).MakeGenericType(kind, typeof(int))
        : typeof(EnumToStringConverter<>).MakeGenericType(kind);

    /// <summary>The CHECK that keeps the column to the enum's values.</summary>
    public static string Check(Type kind, string column) => kind.GetCustomAttribute<StoredAttribute>()!.Ordered
        ? $"\"{column}\" in ({string.Join(", ", Enum.GetValues(kind).Cast<object>().Select(v => Convert.ToInt32(v, null)))})"
        : $"\"{column}\" in ({string.Join(", ", Enum.GetNames(kind).Select(n => $"'{n}'"))})";
}
