// Draws a chart above each table that asks for one, from the table's own numbers. A click on a bar follows its number's link.
(() => {
    // Each with white or black text on it, and told apart by a pattern where there are several.
    const COLOURS = ['#12407f', '#7fb2e5', '#b3202a'];
    const FONT = getComputedStyle(document.body).fontFamily;
    const LINE = 32;

    const texts = cells => [...cells].map(cell => cell.textContent.trim());

    function read(table) {
        const drawn = Number(table.dataset.drawn);
        const rows = [...table.tBodies[0].rows];
        return {
            labels: rows.map(row => row.cells[0].textContent.trim()),
            series: texts(table.tHead.rows[0].cells).slice(1, drawn + 1)
                .map((name, i) => ({ name, values: rows.map(row => Number(row.cells[i + 1].textContent)) })),
            cell: (series, row) => rows[row].cells[series + 1],
        };
    }

    function options(data, shape, width) {
        const upright = shape === 'COLUMNS';
        const several = data.series.length > 1;
        const stacked = upright || shape === 'STACKED';
        const names = {
            type: 'category', data: data.labels, inverse: !upright, axisTick: { show: false },
            axisLabel: { color: '#1d2530', fontSize: 13, width: upright ? undefined : Math.round(width * .32), overflow: 'truncate' },
        };
        const numbers = { type: 'value', minInterval: 1, axisLabel: { color: '#56616f', hideOverlap: true }, splitLine: { lineStyle: { color: '#e3e8ee' } } };
        return {
            animation: false,
            textStyle: { fontFamily: FONT },
            color: COLOURS,
            aria: { enabled: true, label: { enabled: false }, decal: { show: several } },
            legend: several ? { top: 0, left: 0, itemGap: 16, textStyle: { color: '#1d2530' } } : undefined,
            grid: { left: 0, right: upright ? 8 : 44, top: several ? 34 : 10, bottom: 0, containLabel: true },
            tooltip: { renderMode: 'richText', trigger: 'item', formatter: ({ name, seriesName, value }) => `${name}\n${seriesName}：${value}`, confine: true },
            xAxis: upright ? names : numbers,
            yAxis: upright ? numbers : names,
            series: data.series.map(one => ({
                type: 'bar', name: one.name, data: one.values, stack: stacked ? 'all' : undefined, barMaxWidth: stacked || !several ? 26 : 12,
                cursor: 'pointer',
                label: {
                    show: !stacked, position: upright ? 'top' : 'right', color: '#1d2530', fontSize: 12,
                },
            })),
        };
    }

    function draw(table) {
        const data = read(table);
        const place = document.createElement('div');
        place.className = 'chart';
        place.setAttribute('aria-hidden', 'true');
        const details = table.closest('details');
        details.before(place);
        details.open = false;
        const upright = table.dataset.chart === 'COLUMNS';
        const height = upright ? 280 : data.labels.length * (data.series.length > 1 && table.dataset.chart === 'BARS' ? 44 : LINE) + 64;
        const chart = echarts.init(place, null, { renderer: 'canvas', height, devicePixelRatio: Math.max(2, devicePixelRatio) });
        const show = () => chart.setOption(options(data, table.dataset.chart, chart.getWidth()), true);
        show();
        chart.on('click', ({ seriesIndex, dataIndex }) => data.cell(seriesIndex, dataIndex).querySelector('a')?.click());
        const fit = width => {
            if (width === chart.getWidth()) return;
            chart.resize({ width });
            show();
        };
        if (window.ResizeObserver) new ResizeObserver(() => fit(place.clientWidth)).observe(place);
        else addEventListener('resize', () => fit(place.clientWidth));
        return { details, fit, width: () => place.clientWidth };
    }

    // Without the library the tables say it all.
    const charts = window.echarts ? [...document.querySelectorAll('table[data-chart]')].map(draw) : [];

    // Two charts stand beside each other on paper, with the numbers below them.
    const HALF_A_PAGE = 340;
    let opened = [];
    addEventListener('beforeprint', () => {
        opened = charts.filter(chart => !chart.details.open);
        opened.forEach(chart => { chart.details.open = true; });
        charts.forEach(chart => chart.fit(HALF_A_PAGE));
    });
    addEventListener('afterprint', () => {
        opened.forEach(chart => { chart.details.open = false; });
        charts.forEach(chart => chart.fit(chart.width()));
    });
})();
