using System.Globalization;

namespace MesoPen.Host.Calibration;

/// <summary>Methods, equipment, conditions and results of a digital calibration certificate.</summary>
internal static class DccResults
{
    /// <summary>Adds them.</summary>
    public static void Add(DccWriter dcc, CalibrationCertificate certificate, FigureIndex figures)
    {
        CalibrationData data = certificate.Data;
        dcc.In("usedMethods", () => Methods(dcc, certificate));
        dcc.In("measuringEquipments", () =>
        {
            foreach (ReferenceInstrument reference in data.Setup.References)
            {
                dcc.In("measuringEquipment", () => Equipment(dcc, reference));
            }
        });
        dcc.In("influenceConditions", () => Conditions(dcc, data));
        foreach (CalibrationSeries series in data.Series)
        {
            dcc.In("measurementResult", () => Series(dcc, certificate, series, figures));
        }
    }

    /// <summary>A verdict in the schema's words; null if it has none.</summary>
    public static string? Conformity(string verdict) => verdict switch
    {
        "pass" => "pass",
        "fail" => "fail",
        "conditional-pass" => "conditionalPass",
        "conditional-fail" => "conditionalFail",
        _ => null,
    };

    private static void Methods(DccWriter dcc, CalibrationCertificate certificate)
    {
        string Said(string id) => certificate.Statements.FirstOrDefault(each => each.Id == id)?.Text ?? "not stated";
        foreach ((string name, string id) in ((string, string)[])
            [("Calibration procedure", "procedure"), ("Evaluation of the uncertainty", "uncertainty"), ("Decision rule", "decision-rule")])
        {
            dcc.In("usedMethod", () =>
            {
                dcc.Words("name", name);
                dcc.Words("description", Said(id));
            });
        }
    }

    private static void Equipment(DccWriter dcc, ReferenceInstrument reference)
    {
        (decimal factor, string unit) = ReferenceUnits.Of(reference.Role);
        dcc.Words("name", reference.Role);
        dcc.Text("model", reference.Model);
        dcc.In("identifications", () =>
        {
            dcc.Identification("manufacturer", reference.Serial, "Serial number");
            dcc.Identification("calibrationLaboratory", reference.ReferenceId, "Inventory number");
            dcc.Identification("other", reference.Certificate, $"Certificate, due {FigureText.Day(reference.DueDay)}");
        });
        dcc.In("measuringEquipmentQuantities", () =>
        {
            foreach ((string name, string value) in ((string, string)[])
            [
                ($"Expanded uncertainty of its certificate, k = {FigureText.Exact(reference.Coverage, 0.001m)}", FigureText.Exact(reference.Expanded, factor)),
                ("Resolution", FigureText.Exact(reference.Resolution, factor)),
            ])
            {
                dcc.In("measuringEquipmentQuantity", () =>
                {
                    dcc.Words("name", name);
                    dcc.Real(value, unit);
                });
            }
        });
    }

    private static void Conditions(DccWriter dcc, CalibrationData data)
    {
        foreach ((string name, string refType, string unit, Func<EnvironmentReading, string> value) in ((string, string, string, Func<EnvironmentReading, string>)[])
        [
            ("Temperature of the water", "basic_temperature", "°C", each => FigureText.Exact(each.WaterMilliC, 0.001m)),
            ("Temperature of the air", "basic_temperature", "°C", each => FigureText.Exact(each.AirMilliC, 0.001m)),
            ("Pressure of the air", "basic_airPressure", "hPa", each => FigureText.Exact(each.PressurePa, 0.01m)),
            ("Relative humidity", "basic_humidityRelative", "%", each => FigureText.Exact(each.HumidityPermille, 0.1m)),
        ])
        {
            dcc.In(
                "influenceCondition",
                () =>
                {
                    dcc.Words("name", name);
                    dcc.In("data", () => dcc.In("quantity", () => dcc.Reals(data.Environment.Select(value), unit)));
                },
                refType);
        }
    }

    private static void Series(DccWriter dcc, CalibrationCertificate certificate, CalibrationSeries series, FigureIndex figures)
    {
        string prefix = FigureText.Word(series.Kind);
        dcc.Words("name", series.Kind == SeriesKind.AsFound ? "As found" : "As left");
        dcc.Words("description", string.Create(
            CultureInfo.InvariantCulture,
            $"{(certificate.Data.Device.Simulated ? "SIMULATED. " : "")}Adjustment held: "
            + $"plunger {series.Scale.PlungerPpm} millionths, needle {series.Scale.NeedleOffsetUm} µm, play {series.Scale.BacklashUm} µm."));
        dcc.In("results", () =>
        {
            foreach ((string id, string name) in ResultTables.Places(certificate.Data, prefix, figures))
            {
                dcc.In("result", () =>
                {
                    dcc.Words("name", name);
                    dcc.In("data", () => dcc.In("list", () => Quantities(dcc, id, figures)));
                });
            }
        });
    }

    private static void Quantities(DccWriter dcc, string id, FigureIndex figures)
    {
        Quantity(dcc, "Nominal value", "basic_nominalValue", id + ".nominal", figures);
        Quantity(dcc, "Mean", "basic_measuredValue", id + ".mean", figures);
        dcc.In(
            "quantity",
            () =>
            {
                dcc.Words("name", "Systematic error");
                bool stated = figures.Has(id + ".expanded");
                dcc.Real(figures.Value(id + ".error"), figures.Unit(id + ".error"), stated
                    ? (figures.Value(id + ".expanded"), figures.Value(id + ".k"), Probability(figures.Value(id + ".coverage")))
                    : null);
                if (Conformity(figures.Value(id + ".verdict")) is { } conformity)
                {
                    dcc.In("measurementMetaData", () => dcc.In("metaData", () =>
                    {
                        dcc.Words("declaration", $"Tolerance ±{figures.Text(id + ".tolerance")}, acceptance limit ±{figures.Text(id + ".acceptance")}");
                        dcc.Text("conformity", conformity);
                    }));
                }
            },
            "basic_measurementError");
        Quantity(dcc, "Standard deviation of the readings", null, id + ".deviation", figures);
        Quantity(dcc, "Coefficient of variation", null, id + ".cv", figures);
        Quantity(dcc, "Tolerance interval, lower end", null, id + ".interval.low", figures);
        Quantity(dcc, "Tolerance interval, upper end", null, id + ".interval.high", figures);
    }

    private static void Quantity(DccWriter dcc, string name, string? refType, string id, FigureIndex figures)
    {
        if (figures.Has(id))
        {
            dcc.In(
                "quantity",
                () =>
                {
                    dcc.Words("name", name);
                    dcc.Real(figures.Value(id), figures.Unit(id));
                },
                refType);
        }
    }

    private static string Probability(string percent) => decimal.TryParse(percent, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal number)
        ? (number / 100).ToString("0.######", CultureInfo.InvariantCulture)
        : "0";
}
