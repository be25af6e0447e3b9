using System.Buffers;
using System.Globalization;

namespace Tupa.Register;

/// <summary>What a value must be to stand on a card. All of these are pure.</summary>
internal static class FieldRules
{
    public const int LongestKey = 255;
    public const int LongestName = 100;
    public const int LongestUserId = 100;
    public const int LongestMail = 254;
    public const int LongestGroup = 160;
    public const int LongestClass = 20;

    private static readonly SearchValues<char> NotInMail = SearchValues.Create(" ,;<>()\"");
    private static readonly SearchValues<char> NotInUserId = SearchValues.Create(" \t,;<>\"");

    /// <summary>One address, with something before and after the only @ and a dot behind it.</summary>
    public static bool IsMail(ReadOnlySpan<char> value)
    {
        var at = value.IndexOf('@');
        if (at is < 1 or > 64 || value.Length > LongestMail || value[(at + 1)..].Contains('@')) return false;

        var domain = value[(at + 1)..];
        var dot = domain.LastIndexOf('.');
        return dot > 0 && dot < domain.Length - 1 && domain.IndexOf("..") < 0 && !value.ContainsAny(NotInMail);
    }

    /// <summary>E.164: "040 123 4567" becomes +358401234567. Null where it is no number.</summary>
    public static string? Phone(ReadOnlySpan<char> value)
    {
        Span<char> digits = stackalloc char[20];
        var count = 0;
        var plus = false;
        foreach (var letter in value)
        {
            if (letter == '+' && count == 0 && !plus) plus = true;
            else if (char.IsAsciiDigit(letter) && count < digits.Length) digits[count++] = letter;
            else if (letter is not (' ' or '-' or '(' or ')' or '/' or '.' or '\u00a0')) return null;
        }

        var number = digits[..count];
        if (!plus && number.StartsWith("00"))
        {
            plus = true;
            number = number[2..];
        }

        if (plus && number.StartsWith("3580")) return Whole("358", number[4..]);
        if (plus) return Whole("", number);
        return number.StartsWith("0") ? Whole("358", number[1..]) : null;
    }

    private static string? Whole(string country, ReadOnlySpan<char> rest) =>
        country.Length + rest.Length is >= 7 and <= 15 && rest[0] != '0' ? $"+{country}{rest}" : null;

    /// <summary>YYYY-MM-DD, as standards write it.</summary>
    public static bool TryDay(ReadOnlySpan<char> value, out DateOnly day) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    /// <summary>YYYY-MM-DD, or 1.8.2025 as clerks write it.</summary>
    public static bool TryWrittenDay(ReadOnlySpan<char> value, out DateOnly day) =>
        TryDay(value, out day) || DateOnly.TryParseExact(value, "d.M.yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    /// <summary>Five digits; the leading zeros count.</summary>
    public static bool IsInstitutionCode(ReadOnlySpan<char> value) => value.Length == 5 && value.IndexOfAnyExceptInRange('0', '9') < 0 && value is not "00000";

    public static bool IsUserId(ReadOnlySpan<char> value) => value.Length is > 0 and <= LongestUserId && !value.ContainsAny(NotInUserId);
}
