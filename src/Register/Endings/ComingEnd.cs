using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>That a person stops being something in the city: the last assignment of a population ends, and nothing goes on from it.</summary>
/// <param name="At">The instant.</param>
/// <param name="Last">Nothing else keeps the person here.</param>
/// <param name="Supervisor">Who answers for the person: the head of the unit, a partner's sponsor; null for elected officials and pupils.</param>
public sealed record ComingEnd(
    PersonId Person, AssignmentId Assignment, Population Population, Source Source, string? DutyFi, string? DutySv, string? PlaceFi, string? PlaceSv, DateTime At, bool Last, PersonId? Supervisor)
{
    public DateOnly LastDay => Helsinki.Day(At.AddTicks(-1));

    /// <summary>The duty and the place, as far as there are: in a mail in its reader's language.</summary>
    public Text What
    {
        get
        {
            var people = EndingText.Of(Population);
            var (duty, place) = (DutyFi is null ? people : new Text(DutyFi, DutySv!, DutyFi), PlaceFi is null ? (Text?)null : new Text(PlaceFi, PlaceSv!, PlaceFi));
            return place is { } at ? new(Fi: $"{duty.Fi}, {at.Fi}", Sv: $"{duty.Sv}, {at.Sv}", En: $"{duty.En}, {at.En}") : duty;
        }
    }
}
