using Tupa.Privacy;

namespace Tupa.Tests;

/// <summary>/accessibility</summary>
public sealed class AccessibilityPageTests(VisitedTowns towns)
{
    public static TheoryData<string, Guest, int, string, string> Answers => VisitedTowns.Of(
        new(Guest.SignedOut, 200, AccessibilityText.Title.Fi),
        new(Guest.NotGated, 200, AccessibilityText.Title.Fi),
        new(Guest.Staff, 200, AccessibilityText.Title.Fi),
        new(Guest.Teacher, 200, AccessibilityText.Title.Fi),
        new(Guest.Pupil, 200, AccessibilityText.Title.Fi),
        new(Guest.Partner, 200, AccessibilityText.Title.Fi),
        new(Guest.Elected, 200, AccessibilityText.Title.Fi),
        new(Guest.Steward, 200, AccessibilityText.Title.Fi),
        new(Guest.Administrator, 200, AccessibilityText.Title.Fi));

    [Theory, MemberData(nameof(Answers))]
    public Task The_statement_of_accessibility_is_for_everyone(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, "/accessibility", status, shows, hides);
}
