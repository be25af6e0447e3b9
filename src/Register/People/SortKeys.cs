using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace Tupa.Register;

/// <summary>Compares sort keys in the database: bytes have no greater-than in C#.</summary>
internal static class SortKeys
{
    /// <summary>Whether the key is the other or stands after it; only inside a query.</summary>
    public static bool FromOn(byte[] key, byte[] other) => throw new NotSupportedException("Only inside a query");

    /// <summary>Teaches a model the comparison.</summary>
    public static void Know(IMutableModel model)
    {
        var method = typeof(SortKeys).GetMethod(nameof(FromOn), BindingFlags.Public | BindingFlags.Static)!;
        model.AddDbFunction(method).Translation = arguments =>
            new SqlBinaryExpression(ExpressionType.GreaterThanOrEqual, arguments[0], arguments[1], typeof(bool), BoolTypeMapping.Default);
    }
}
