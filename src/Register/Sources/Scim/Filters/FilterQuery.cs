using System.Linq.Expressions;

namespace Tupa.Register;

/// <summary>What a column can be asked.</summary>
internal enum ScimColumnKind
{
    /// <summary>Text, compared in any case.</summary>
    Text,

    /// <summary>Text, compared to the letter; only whether it is equal.</summary>
    Exact,

    Flag,
    Instant,

    /// <summary>A typed id; only whether it is equal.</summary>
    Id,

    /// <summary>A folded key: what is equal is among what it finds.</summary>
    Folded,
}

/// <summary>A column behind an attribute.</summary>
/// <param name="Of">From a row.</param>
internal sealed record ScimColumn(LambdaExpression Of, ScimColumnKind Kind);

/// <summary>
/// Says in SQL what of a filter columns can answer. What they cannot is left out where that only widens the answer, and the rest is
/// asked of the rows that come (<see cref="FilterMatching"/>).
/// </summary>
/// <param name="columns">By the path in small letters; of a multi-valued attribute, of which there is one, also by the attribute alone.</param>
internal sealed class FilterQuery<TRow>(IReadOnlyDictionary<string, ScimColumn> columns)
{
    private readonly ParameterExpression _row = Expression.Parameter(typeof(TRow), "row");

    /// <summary>The condition, null for none; and whether it says all of the filter.</summary>
    public (Expression<Func<TRow, bool>>? Where, bool Exact) Of(ScimFilter filter)
    {
        var (said, exact) = Say(filter, within: null);
        return (said is null ? null : Expression.Lambda<Func<TRow, bool>>(said, _row), exact);
    }

    private (Expression? Said, bool Exact) Say(ScimFilter filter, ScimPath? within)
    {
        switch (filter)
        {
            case ScimFilter.And and:
                var (left, right) = (Say(and.Left, within), Say(and.Right, within));
                return (left.Said is null ? right.Said : right.Said is null ? left.Said : Expression.AndAlso(left.Said, right.Said), left.Exact && right.Exact);
            case ScimFilter.Or or:
                var (one, other) = (Say(or.Left, within), Say(or.Right, within));
                return one.Said is null || other.Said is null ? (null, false) : (Expression.OrElse(one.Said, other.Said), one.Exact && other.Exact);
            case ScimFilter.Not not:
                return Say(not.Inner, within) is (Expression denied, true) ? (Expression.Not(denied), true) : (null, false);
            case ScimFilter.Within inner when columns.TryGetValue(Key(inner.Path), out var element):
                var (about, whole) = Say(inner.Inner, inner.Path);
                return (about is null ? There(element) : Expression.AndAlso(There(element), about), whole);
            case ScimFilter.Present present when Column(present.Path, within) is { Kind: not (ScimColumnKind.Flag or ScimColumnKind.Instant or ScimColumnKind.Id) } column:
                return (There(column), true);
            case ScimFilter.Compare compare when Column(compare.Path, within) is { } column:
                return Compared(column, compare);
            default:
                return (null, false);
        }
    }

    private (Expression?, bool) Compared(ScimColumn column, ScimFilter.Compare compare) => (column.Kind, compare.Value) switch
    {
        (ScimColumnKind.Flag, { } said) when FilterMatching.Flag(said) is { } flag && compare.Operator is ScimOperator.Eq or ScimOperator.Ne =>
            (Expression.Equal(Value(column), Given(flag == (compare.Operator == ScimOperator.Eq))), true),
        (ScimColumnKind.Instant, string text) when FilterMatching.Instant(text) is { } at && Ordering(compare.Operator) is { } how => (Expression.MakeBinary(how, Value(column), Given(at)), true),
        (ScimColumnKind.Id, string text) when compare.Operator is ScimOperator.Eq or ScimOperator.Ne => (Denied(compare, Expression.Equal(Value(column), Id(column, text))), true),
        (ScimColumnKind.Folded, string text) when compare.Operator == ScimOperator.Eq => (Expression.Equal(Value(column), Given(Kernel.Fold.Plain(text))), false),
        (ScimColumnKind.Exact, string text) when compare.Operator is ScimOperator.Eq or ScimOperator.Ne => (Denied(compare, Expression.AndAlso(There(column), Expression.Equal(Value(column), Given(text)))), true),
        (ScimColumnKind.Text, string text) when text.All(char.IsAscii) && Lowered(column, compare.Operator, text.ToLowerInvariant()) is { } said => (Denied(compare, said), true),
        _ => (null, false),
    };

    private static Expression Denied(ScimFilter.Compare compare, Expression equal) => compare.Operator == ScimOperator.Ne ? Expression.Not(equal) : equal;

    /// <summary>Both databases make ASCII small alike; other letters are left to the rows that come.</summary>
    private Expression? Lowered(ScimColumn column, ScimOperator how, string text)
    {
        var small = Expression.Call(Value(column), nameof(string.ToLower), Type.EmptyTypes);
        Expression? said = how switch
        {
            ScimOperator.Eq or ScimOperator.Ne => Expression.Equal(small, Given(text)),
            ScimOperator.Co => Expression.Call(small, nameof(string.Contains), Type.EmptyTypes, Given(text)),
            ScimOperator.Sw => Expression.Call(small, nameof(string.StartsWith), Type.EmptyTypes, Given(text)),
            ScimOperator.Ew => Expression.Call(small, nameof(string.EndsWith), Type.EmptyTypes, Given(text)),
            _ => null,
        };
        return said is null ? null : Expression.AndAlso(There(column), said);
    }

    private BinaryExpression There(ScimColumn column) => Expression.NotEqual(Value(column), Expression.Constant(null, typeof(string)));

    /// <summary>What is no id of ours is the id of nothing.</summary>
    private static NewExpression Id(ScimColumn column, string text) =>
        Expression.New(column.Of.ReturnType.GetConstructor([typeof(Guid)])!, Given(Guid.TryParse(text, out var id) ? id : Guid.Empty));

    private static ExpressionType? Ordering(ScimOperator how) => how switch
    {
        ScimOperator.Eq => ExpressionType.Equal,
        ScimOperator.Ne => ExpressionType.NotEqual,
        ScimOperator.Gt => ExpressionType.GreaterThan,
        ScimOperator.Ge => ExpressionType.GreaterThanOrEqual,
        ScimOperator.Lt => ExpressionType.LessThan,
        ScimOperator.Le => ExpressionType.LessThanOrEqual,
        _ => null,
    };

    private ScimColumn? Column(ScimPath path, ScimPath? within) =>
        columns.GetValueOrDefault(Key(within is null ? path : within with { Sub = path.Attribute }));

    private static string Key(ScimPath path) => path.ToString().ToLowerInvariant();

    private Expression Value(ScimColumn column) => new Row(column.Of.Parameters[0], _row).Visit(column.Of.Body);

    /// <summary>A parameter of the statement and no constant in it: the statement is planned once for all values.</summary>
    private static MemberExpression Given<T>(T value) => Expression.Property(Expression.Constant(new Parameter<T>(value)), nameof(Parameter<>.Said));

    private sealed record Parameter<T>(T Said);

    private sealed class Row(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : base.VisitParameter(node);
    }
}
